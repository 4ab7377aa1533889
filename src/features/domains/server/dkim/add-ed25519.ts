import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import type { Done, DomainRef } from "../../schema";
import { startKey } from "./start-key";

/** Adds a key of the second algorithm (RFC 8463), which receivers that do not know it pass over. Throws `domain.not_found`, `dkim.already_there`. */
export async function addEd25519(ctx: Ctx, { domainId }: DomainRef): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.rateLimit("dkim-key.tenant", ctx.tenantId);
  await ctx.rateLimit("dkim-key", `${ctx.tenantId}:${domainId}`);
  await startKey(ctx, { domainId, algorithm: "ed25519-sha256", reason: "add" });
  return {};
}

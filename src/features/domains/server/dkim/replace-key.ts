import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import type { Done } from "../../schema";
import type { KeyRef } from "../../schema/dkim";
import { startKey } from "./start-key";

/** For a key that somebody else may have: the old one signs no more at once, so that mail under way and mail until the new one is seen may fail checks. Throws `domain.not_found`, `dkim.none_signs`. */
export async function replaceKey(ctx: Ctx, { domainId, algorithm }: KeyRef): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.rateLimit("dkim-key.tenant", ctx.tenantId);
  await ctx.rateLimit("dkim-key", `${ctx.tenantId}:${domainId}`);
  await startKey(ctx, { domainId, algorithm, reason: "replace" });
  return {};
}

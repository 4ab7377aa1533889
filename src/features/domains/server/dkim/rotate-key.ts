import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import type { Done } from "../../schema";
import type { KeyRef } from "../../schema/dkim";
import { startKey } from "./start-key";

/** Makes the key that follows the one which signs. Throws `domain.not_found`, `dkim.none_signs`, `dkim.rotation_running`, `dkim.in_transit`. */
export async function rotateKey(ctx: Ctx, { domainId, algorithm }: KeyRef): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.rateLimit("dkim-key.tenant", ctx.tenantId);
  await ctx.rateLimit("dkim-key", `${ctx.tenantId}:${domainId}`);
  await startKey(ctx, { domainId, algorithm, reason: "rotate" });
  return {};
}

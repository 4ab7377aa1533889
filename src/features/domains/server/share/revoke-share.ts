import { and, eq } from "drizzle-orm";
import { dnsShares } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { Done } from "../../schema";
import type { ShareRef } from "../../schema/share";

/** Takes a link back: it opens nothing from then on. Throws `request.not_found`. */
export async function revokeShare(ctx: Ctx, { shareId }: ShareRef): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  await ctx.tx(async (tx) => {
    const own = and(
      ...[eq(dnsShares.tenantId, ctx.tenantId), eq(dnsShares.id, shareId), withinReach(ctx, dnsShares.domainId)],
    );
    const [gone] = await tx.delete(dnsShares).where(own).returning({ domainId: dnsShares.domainId });
    if (!gone) throw new AppError("request.not_found");
    await audit(tx, ctx, { action: "domain.unshare", subject: { type: "domain", id: gone.domainId } });
  });
  return {};
}

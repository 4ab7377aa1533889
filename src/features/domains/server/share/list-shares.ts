import { and, eq, gt } from "drizzle-orm";
import { dnsShares } from "../../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { ListShares, SharePage } from "../../schema/share";
import { findSubject } from "../domain-subject";

/** The links to a domain's records that still open something, oldest first. Throws `domain.not_found`. */
export async function listShares(ctx: Ctx, { domainId, after, limit }: ListShares): Promise<SharePage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  requireReach(ctx, domainId);
  const rows = await ctx.tx(async (tx) => {
    if (!(await findSubject(tx, ctx, domainId))) throw new AppError("domain.not_found");
    const open = and(
      ...[eq(dnsShares.tenantId, ctx.tenantId), eq(dnsShares.domainId, domainId)],
      ...[gt(dnsShares.expiresAt, ctx.now()), after ? gt(dnsShares.id, after) : undefined],
    );
    return tx
      .select()
      .from(dnsShares)
      .where(open)
      .orderBy(dnsShares.id)
      .limit(limit + 1);
  });
  const page = rows.slice(0, limit);
  return {
    shares: page.map(({ id, createdAt, expiresAt }) => ({
      ...{ id, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
    })),
    ...(rows.length > limit ? { next: page.at(-1)?.id } : {}),
  };
}

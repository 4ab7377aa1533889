import { randomBytes } from "node:crypto";
import { and, count, eq, gt } from "drizzle-orm";
import { dnsShares } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { hashToken } from "~/server/session-token";
import { AppError } from "~/lib/errors";
import type { CreatedShare, CreateShare } from "../../schema/share";
import { findSubject } from "../domain-subject";

const dayMs = 86_400_000;
/** Who needs more of them at once has lost count of who has one. */
const max = 20;

/**
 * Makes a link that shows the records of one domain to whoever has it, for `days`. Its token, 256 bits, stands behind the `#`, which browsers
 * send nowhere, and only its hash is kept. Throws `domain.not_found`, and `tenant.limit_reached` for the 21st at once.
 */
export async function createShare(ctx: Ctx, { domainId, days }: CreateShare): Promise<CreatedShare> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.rateLimit("share-create.tenant", ctx.tenantId);
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(ctx.now().getTime() + days * dayMs);
  const shareId = await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    if (!subject) throw new AppError("domain.not_found");
    const open = and(
      ...[eq(dnsShares.tenantId, ctx.tenantId), eq(dnsShares.domainId, domainId), gt(dnsShares.expiresAt, ctx.now())],
    );
    const [held] = await tx.select({ count: count() }).from(dnsShares).where(open);
    if ((held?.count ?? 0) >= max)
      throw new AppError("tenant.limit_reached", { max, reason: `A domain has at most ${max} links at once.` });
    const [row] = await tx
      .insert(dnsShares)
      .values({ ...{ tenantId: ctx.tenantId, domainId }, tokenHash: hashToken(token), expiresAt })
      .returning({ id: dnsShares.id });
    if (!row) throw new Error("a link that was just made is not there");
    const after = { expiresAt: expiresAt.toISOString() };
    await audit(tx, ctx, { action: "domain.share", subject: { type: "domain", id: domainId }, after });
    return row.id;
  });
  return { shareId, url: `${ctx.platform.appUrl}/dns#${token}`, expiresAt: expiresAt.toISOString() };
}

import { and, eq, inArray, isNull, lt, ne } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domainAlerts, tenants } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { digestFields, digestFor, isAnythingWrong, isEmptyDigest } from "./digest-text";
import { lastDigestTime } from "./digest-time";
import { findAudience } from "./find-audience";
import { longestWaitMs } from "./grouping-window";
import { type Digest, loadDigest } from "./load-digest";

const dayMs = 86_400_000;
const monday = 1;

/**
 * Mails those who look after a tenant's domains what is not well and what changed since the day before: at most once a day, and not at all
 * when there is nothing to say. What has not been well for more than a week without any change is told on Mondays only.
 */
export async function sendDigest(ctx: Ctx): Promise<void> {
  await ctx.tx(async (tx) => {
    const audience = await findAudience(tx, ctx, { lock: true });
    const own = eq(tenants.id, ctx.tenantId);
    const [tenant] = await tx.select().from(tenants).where(own);
    const now = ctx.now();
    if (!audience || !tenant || (tenant.digestAt ?? tenant.createdAt) >= lastDigestTime(now)) return;
    await tx.update(tenants).set({ digestAt: now }).where(own);
    const yesterday = new Date(now.getTime() - dayMs);
    const since = tenant.digestAt && tenant.digestAt > yesterday ? tenant.digestAt : yesterday;
    const digest = await loadDigest(tx, ctx, since);
    if (audience.recipients.length === 0 || isEmptyDigest(digest) || isOldStory(digest, now)) return;
    for (const { email, locale, domainIds } of audience.recipients) {
      const mine = digestFor(digest, domainIds);
      if (isEmptyDigest(mine)) continue;
      const fields = digestFields(mine, { locale, appUrl: ctx.platform.appUrl, company: audience.company });
      await queueNotice(tx, ctx, { kind: "domain_digest", recipient: email, locale, fields, tenantId: ctx.tenantId });
    }
    await markTold(tx, ctx, digest);
  });
}

const isOldStory = (digest: Digest, now: Date): boolean =>
  isAnythingWrong(digest) && digest.changed.length === 0 && digest.lastChangeAt === null && now.getUTCDay() !== monday;

/** Trouble that waited because the same was told within a day is told by this. */
async function markTold(tx: Transaction, ctx: Ctx, { unwell, proofs }: Digest): Promise<void> {
  const ids = [...unwell, ...proofs].map(({ domainId }) => domainId);
  if (ids.length === 0) return;
  const hasWaited = lt(domainAlerts.createdAt, new Date(ctx.now().getTime() - 2 * longestWaitMs));
  await tx
    .update(domainAlerts)
    .set({ sentAt: ctx.now() })
    .where(
      and(
        ...[eq(domainAlerts.tenantId, ctx.tenantId), inArray(domainAlerts.domainId, ids)],
        ...[isNull(domainAlerts.sentAt), ne(domainAlerts.kind, "recovered"), hasWaited],
      ),
    );
}

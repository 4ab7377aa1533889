import { and, count, desc, eq, gte, inArray, ne, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers } from "../../../../../db/schema";
import { findAudience } from "~/features/domains/server/alerts/find-audience";
import { formatBytes } from "~/lib/bytes";
import { de } from "~/lib/i18n/de";
import { en } from "~/lib/i18n/en";
import { translate } from "~/lib/i18n/translate";
import type { Ctx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { quotaLevels } from "./quota-level";
import { storageOf, type StoredBytes } from "./storage-of";

/** More make no mail that anybody reads. */
const mostShown = 40;

type Reader = { locale: string; domainIds: string[] | null };

/** Tells those who look after a tenant which mailboxes are full or nearly, the fullest first, each of what that person looks after. */
export async function alertQuota(ctx: Ctx): Promise<void> {
  await ctx.tx(async (tx) => {
    const audience = await findAudience(tx, ctx);
    if (!audience || audience.recipients.length === 0) return;
    const storage = await storageOf(tx, ctx.tenantId);
    for (const { email, locale, domainIds } of audience.recipients) {
      const found = await fullestOf(tx, ctx, domainIds);
      const list = listOf(found, storage, { locale, domainIds });
      if (list.length === 0) continue;
      const fields = {
        ...{ company: audience.company, list: list.join("\n") },
        link: `${ctx.platform.appUrl}/admin/users`,
      };
      const { tenantId } = ctx;
      await queueNotice(tx, ctx, { kind: "quota_alert", recipient: email, locale, fields, tenantId });
    }
  });
}

async function fullestOf(tx: Transaction, { tenantId }: Ctx, domainIds: string[] | null) {
  const reached = domainIds ? inArray(mailUsers.domainId, domainIds) : undefined;
  const full = and(
    ...[eq(mailUsers.tenantId, tenantId), ne(mailUsers.state, "deleted"), reached],
    gte(mailUsers.warnedPercent, Math.min(...quotaLevels)),
  );
  const [all] = await tx.select({ n: count() }).from(mailUsers).where(full);
  const rows = await tx
    .select({ address: mailUsers.address, used: mailUsers.usedBytes, quota: mailUsers.quotaBytes })
    .from(mailUsers)
    .where(full)
    .orderBy(desc(sql`${mailUsers.usedBytes}::float8 / ${mailUsers.quotaBytes}`), mailUsers.address)
    .limit(mostShown);
  return { rows, total: all?.n ?? 0 };
}

function listOf(
  { rows, total }: Awaited<ReturnType<typeof fullestOf>>,
  { mode, usedBytes, maxBytes }: StoredBytes,
  { locale, domainIds }: Reader,
): string[] {
  const words = (locale.startsWith("de") ? de : en).notices;
  const size = (bytes: number) => formatBytes(bytes, locale);
  const line = (used: number, quota: number) => ({
    ...{ percent: Math.floor((used / quota) * 100), used: size(used), quota: size(quota) },
  });
  const isPoolFull = mode === "pooled" && domainIds === null && usedBytes * 100 >= maxBytes * Math.min(...quotaLevels);
  return [
    ...(isPoolFull ? [translate(words.quota_pool_line, line(usedBytes, maxBytes), locale)] : []),
    ...rows.map(({ address, used, quota }) => translate(words.quota_line, { address, ...line(used, quota) }, locale)),
    ...(total > rows.length ? [translate(words.quota_more, { count: total - rows.length }, locale)] : []),
  ];
}

import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domainAlerts } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { alertFields } from "./alert-text";
import { findAudience, type Recipient } from "./find-audience";
import { isWindowOver } from "./grouping-window";
import { loadNews } from "./load-news";
import { asTold, settleAlerts, trackOf, type WaitingAlert } from "./settle-alerts";
import { worstFirst } from "./worst-first";

type Row = typeof domainAlerts.$inferSelect;

/**
 * Tells those who look after a tenant's domains what is the matter with them, all in one mail for each person, unless more is likely to
 * come within minutes. The tenant's row is held, so that of two at once one finds nothing left. Where nobody can be reached
 * nobody is told, and what waits is forgotten: a mail that comes days late helps no one.
 */
export async function sendAlerts(ctx: Ctx): Promise<void> {
  await ctx.tx(async (tx) => {
    const audience = await findAudience(tx, ctx, { lock: true });
    if (!audience) return;
    const of = eq(domainAlerts.tenantId, ctx.tenantId);
    const waiting = await tx
      .select()
      .from(domainAlerts)
      .where(and(of, isNull(domainAlerts.sentAt)))
      .orderBy(asc(domainAlerts.id));
    if (!isWindowOver(waiting, ctx.now())) return;
    const ids = [...new Set(waiting.map(({ domainId }) => domainId))];
    const told = await tx
      .select()
      .from(domainAlerts)
      .where(and(of, isNotNull(domainAlerts.sentAt), inArray(domainAlerts.domainId, ids)))
      .orderBy(asc(domainAlerts.sentAt), asc(domainAlerts.id));
    const { tell, drop } = settleAll(waiting, told, ctx.now());
    const mailed = audience.recipients.length > 0 ? tell : [];
    const forgotten = [...drop, ...(mailed.length > 0 ? [] : tell)].map(({ id }) => id);
    if (forgotten.length > 0) await tx.delete(domainAlerts).where(and(of, inArray(domainAlerts.id, forgotten)));
    if (mailed.length === 0) return;
    const sent = inArray(
      domainAlerts.id,
      mailed.map(({ id }) => id),
    );
    await tx.update(domainAlerts).set({ sentAt: ctx.now() }).where(and(of, sent));
    for (const recipient of audience.recipients) await mail(tx, ctx, recipient, mailed, audience.company);
  });
}

async function mail(
  tx: Transaction,
  ctx: Ctx,
  { email, locale, domainIds }: Recipient,
  alerts: (WaitingAlert & { domainId: string })[],
  company: string,
): Promise<void> {
  const own = alerts.filter(({ domainId }) => domainIds === null || domainIds.includes(domainId));
  if (own.length === 0) return;
  const { shown, counts } = worstFirst(own);
  const news = await loadNews(tx, ctx, shown);
  const fields = alertFields(news, { locale, appUrl: ctx.platform.appUrl, company, counts });
  await queueNotice(tx, ctx, { kind: "domain_alert", recipient: email, locale, fields, tenantId: ctx.tenantId });
}

function settleAll(waiting: Row[], told: Row[], now: Date) {
  const keyOf = (row: Row) => `${row.domainId} ${trackOf(row)}`;
  const before = Map.groupBy(told, keyOf);
  const outcomes = [...Map.groupBy(waiting, keyOf)].map(([key, rows]) => {
    const known = (before.get(key) ?? []).map((row) => asTold({ ...row, sentAt: row.sentAt ?? now }));
    const words = rows.map(asTold);
    const { tell, drop } = settleAlerts(words, known, now);
    return { tell: words.filter(({ id }) => id === tell?.id), drop };
  });
  return { tell: outcomes.flatMap(({ tell }) => tell), drop: outcomes.flatMap(({ drop }) => drop) };
}

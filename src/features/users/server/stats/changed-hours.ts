import { sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import type { domainStats } from "../../../../../db/schema";

type Hour = typeof domainStats.$inferInsert;

/**
 * The sums of the last `hours` hours by domain, as far as they are not what stands in `domain_stats` already. Users count as active from their
 * first hour of a day (UTC) on, so that the last hour of a day tells how many there were.
 */
export async function changedHours(tx: Transaction, now: Date, hours: number): Promise<Hour[]> {
  const since = sql`date_trunc('hour', ${now.toISOString()}::timestamptz) - make_interval(hours => ${hours})`;
  const rows = await tx.execute<Hour & { hour: string; heldBytes: number | null }>(sql`
    with sums as (
      select tenant_id, domain_id, hour, date_trunc('day', hour at time zone 'UTC') as day,
        sum(sent)::int as sent, sum(sent_outside)::int as sent_outside, sum(delivered)::int as delivered,
        sum(bounced)::int as bounced, sum(received)::int as received, sum(spam)::int as spam,
        sum(sign_ins)::int as sign_ins, sum(failed_sign_ins)::int as failed_sign_ins
      from mail_stats where hour >= ${since} group by 1, 2, 3),
    firsts as (
      select domain_id, mail_user_id, date_trunc('day', hour at time zone 'UTC') as day, min(hour) as since
      from mail_stats where hour >= ${since} - interval '1 day' and (sent > 0 or sign_ins > 0) group by 1, 2, 3),
    arrivals as (select domain_id, day, since, count(*) as users from firsts group by 1, 2, 3),
    active as (
      select s.domain_id, s.hour, coalesce(sum(a.users), 0)::int as users
      from sums s left join arrivals a on a.domain_id = s.domain_id and a.day = s.day and a.since <= s.hour group by 1, 2)
    select s.tenant_id as "tenantId", s.domain_id as "domainId", s.hour, s.sent, s.sent_outside as "sentOutside", s.delivered,
      s.bounced, s.received, s.spam, s.sign_ins as "signIns", s.failed_sign_ins as "failedSignIns", a.users as "activeUsers",
      (select b.used_bytes from domain_stats b where b.domain_id = s.domain_id and b.hour <= s.hour order by b.hour desc limit 1)::float8 as "heldBytes"
    from sums s
    join active a on a.domain_id = s.domain_id and a.hour = s.hour
    left join domain_stats d on d.domain_id = s.domain_id and d.hour = s.hour
    where (s.sent, s.sent_outside, s.delivered, s.bounced, s.received, s.spam, s.sign_ins, s.failed_sign_ins, a.users) is distinct from
      (d.sent, d.sent_outside, d.delivered, d.bounced, d.received, d.spam, d.sign_ins, d.failed_sign_ins, d.active_users)`);
  return [...rows].map(({ heldBytes, hour, ...row }) => ({ ...row, hour: new Date(hour), usedBytes: heldBytes ?? 0 }));
}

import { sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import type { SendingFigures } from "./find-sign";

export type UserFigures = SendingFigures & { id: string; address: string; isPaused: boolean };

/**
 * How mailbox users sent within the last hour and usually do, in one statement for all of them; those who are deleted are left out. Outside is
 * whatever is no domain of the tenant. `pending`: addresses that the first of them is about to write to, which count as if they were written to.
 */
export async function readFigures(
  tx: Transaction,
  userIds: readonly string[],
  now: Date,
  pending: readonly string[] = [],
): Promise<UserFigures[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const ids = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(userIds)}::jsonb))`;
  const rows = await tx.execute<UserFigures>(sql`
    with written as (
      select d.mail_user_id as id, d.recipient, d.state from deliveries d
      where d.mail_user_id in ${ids} and d.queued_at > ${at} - interval '1 hour' and d.queued_at <= ${at}
      union all
      select ${userIds[0] ?? null}::uuid, lower(value), 'queued' from jsonb_array_elements_text(${JSON.stringify(pending)}::jsonb)),
    recent as (
      select * from written w where not exists (
        select 1 from domains o where o.name = split_part(w.recipient, '@', 2) and o.proven_at is not null)),
    sums as (
      select r.id, count(*)::int as recipients, count(*) filter (where r.state = 'failed')::int as bounced,
        count(distinct r.recipient) filter (where not exists (
          select 1 from deliveries e where e.mail_user_id = r.id and e.recipient = r.recipient and e.queued_at <= ${at} - interval '1 hour'))::int as strangers
      from recent r group by r.id),
    usual as (
      select s.mail_user_id as id, max(s.sent_outside) as peak from mail_stats s
      where s.mail_user_id in ${ids} and s.hour between ${at} - interval '30 days' and ${at} - interval '2 hours' group by 1),
    tries as (
      select s.mail_user_id as id, sum(s.failed_sign_ins)::int as failed from mail_stats s
      where s.mail_user_id in ${ids} and s.hour > ${at} - interval '1 day' group by 1),
    networks as (
      select n.mail_user_id as id, bool_or(n.first_seen_at > ${at} - interval '1 day') and bool_or(n.first_seen_at <= ${at} - interval '1 day') as is_new
      from mailbox_networks n where n.mail_user_id in ${ids} group by 1),
    released as (
      select g.mail_user_id as id, max(coalesce((g.evidence->>'recipients')::int, 0)) as allowed from guard_cases g
      where g.mail_user_id in ${ids} and g.state = 'released' and g.decided_at > ${at} - interval '1 day' group by 1)
    select u.id, u.address, u.sending_paused_at is not null as "isPaused", coalesce(s.recipients, 0) as recipients,
      coalesce(s.strangers, 0) as strangers, coalesce(s.bounced, 0) as bounced, coalesce(p.peak, 0) as "usualPeak",
      coalesce(t.failed, 0) as "failedSignIns", coalesce(n.is_new, false) as "isNewNetwork", coalesce(r.allowed, 0) as allowed
    from mail_users u left join sums s using (id) left join usual p using (id) left join tries t using (id)
      left join networks n using (id) left join released r using (id)
    where u.id in ${ids} and u.state <> 'deleted'`);
  return [...rows];
}

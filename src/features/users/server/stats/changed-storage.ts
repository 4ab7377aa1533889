import { sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";

export type HeldBytes = { tenantId: string; domainId: string; hour: Date; usedBytes: number };

/** What the mailboxes of each domain hold, in octets, where that moved since it was last noted, or was not noted today (UTC). */
export async function changedStorage(tx: Transaction, now: Date): Promise<HeldBytes[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await tx.execute<HeldBytes & { hour: string }>(sql`
    with held as (
      select tenant_id, domain_id, sum(used_bytes)::float8 as used from mail_users where state <> 'deleted' group by 1, 2)
    select held.tenant_id as "tenantId", held.domain_id as "domainId", date_trunc('hour', ${at}) as hour, held.used as "usedBytes"
    from held left join lateral (
      select s.used_bytes, s.hour from domain_stats s where s.domain_id = held.domain_id order by s.hour desc limit 1) last on true
    where last.used_bytes is distinct from held.used
      or date_trunc('day', last.hour at time zone 'UTC') <> date_trunc('day', ${at} at time zone 'UTC')`);
  return [...rows].map((row) => ({ ...row, hour: new Date(row.hour) }));
}

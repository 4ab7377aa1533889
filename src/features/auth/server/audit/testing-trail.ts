import { sql } from "drizzle-orm";
import type { Database } from "../../../../../db/client";

/**
 * Writes `count` rows straight into the log, one a second up to now, of a hundred actors and thirty actions: far more than a test
 * could make by acting. `owner` is the superuser.
 */
export async function fillTrail(owner: Database, tenantId: string, count: number): Promise<void> {
  await owner.execute(sql`
    insert into audit_logs (id, tenant_id, actor, actor_label, action, subject_type, subject_id, after, ip, request_id, created_at)
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
      ${tenantId}::uuid, 'member:' || n % 100, 'member' || n % 100 || '@fill.example',
      (array['domain', 'user', 'session'])[n % 3 + 1] || '.act_' || chr(97 + n % 10),
      'mail_user', 'fill-' || n % 1000, jsonb_build_object('number', n), '192.0.2.1', 'fill', at
    from (select n, now() - (${count} - n) * interval '1 second' as at from generate_series(1, ${count}::int) as n) as rows`);
  await owner.execute(sql`analyze audit_logs`);
}

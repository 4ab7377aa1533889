import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { deliveries, mailUsers } from "../../../db/schema";
import type { KnownDelivery } from "./store-facts";

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Stores how deliveries stand, over what stood there. Mailbox users who are gone for good have sent nothing any more: their rows lose the name. */
export async function writeDeliveries(
  tx: Transaction,
  tenantId: string,
  rows: readonly KnownDelivery[],
): Promise<void> {
  if (rows.length === 0) return;
  const users = await stillThere(tx, tenantId, rows);
  for (const row of rows) {
    if (row.mailUserId && !users.has(row.mailUserId)) row.mailUserId = null;
    if (row.toUserId && !users.has(row.toUserId)) row.toUserId = null;
  }
  const list = rows.map((row) => ({
    id: Bun.randomUUIDv7(),
    ...Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
  }));
  // One parameter for all of them: with one for each value, hundreds of rows would take ten times as long.
  await tx.execute(sql`
    insert into ${deliveries} (id, tenant_id, queue_id, sender, recipient, mail_user_id, to_user_id, message_id, state, attempts, code,
      enhanced_code, reply, host, size, next_attempt_at, expires_at, queued_at, settled_at)
    select id, ${tenantId}::uuid, queue_id, sender, recipient, mail_user_id, to_user_id, message_id, state, attempts, code,
      enhanced_code, reply, host, size, next_attempt_at, expires_at, queued_at, settled_at
    from jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb) as found(id uuid, queue_id text, sender text, recipient text,
      mail_user_id uuid, to_user_id uuid, message_id text, state text, attempts int, code int, enhanced_code text, reply text, host text,
      size bigint, next_attempt_at timestamptz, expires_at timestamptz, queued_at timestamptz, settled_at timestamptz)
    on conflict (queue_id, recipient, tenant_id) do update set sender = excluded.sender, mail_user_id = excluded.mail_user_id, to_user_id = excluded.to_user_id,
      message_id = excluded.message_id, state = excluded.state, attempts = excluded.attempts, code = excluded.code,
      enhanced_code = excluded.enhanced_code, reply = excluded.reply, host = excluded.host, size = excluded.size,
      next_attempt_at = excluded.next_attempt_at, expires_at = excluded.expires_at, queued_at = excluded.queued_at,
      settled_at = excluded.settled_at`);
}

async function stillThere(tx: Transaction, tenantId: string, rows: readonly KnownDelivery[]): Promise<Set<string>> {
  const ids = [...new Set(rows.flatMap(({ mailUserId, toUserId }) => [mailUserId ?? [], toUserId ?? []].flat()))];
  if (ids.length === 0) return new Set();
  const own = and(eq(mailUsers.tenantId, tenantId), inArray(mailUsers.id, ids));
  return new Set((await tx.select({ id: mailUsers.id }).from(mailUsers).where(own)).map(({ id }) => id));
}

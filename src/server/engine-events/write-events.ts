import { sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { deliveryEvents } from "../../../db/schema";

export type NewEvent = {
  contentHash: string;
  queueId: string;
  recipient: string | null;
  type: string;
  at: Date;
  data: object;
};

/** Keeps what is not kept yet, in one statement with one parameter; returns the hashes of what was new. */
export async function writeEvents(
  tx: Transaction,
  tenantId: string,
  events: readonly NewEvent[],
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const list = JSON.stringify(events.map((event) => ({ id: Bun.randomUUIDv7(), ...event })));
  const stored = await tx.execute<{ content_hash: string }>(sql`
    insert into ${deliveryEvents} (id, tenant_id, queue_id, recipient, type, content_hash, occurred_at, data)
    select id, ${tenantId}::uuid, "queueId", recipient, type, "contentHash", at, data
    from jsonb_to_recordset(${list}::text::jsonb) as found(
      id uuid, "queueId" text, recipient text, type text, "contentHash" text, at timestamptz, data jsonb)
    on conflict do nothing returning content_hash`);
  return new Set(stored.map((row) => row.content_hash));
}

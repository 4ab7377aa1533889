import { sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailStats } from "../../../../../db/schema";

const hourMs = 3_600_000;

/** Keeps what mailboxes hold now as that of this hour, so that it can be seen how they grow. One statement. */
export async function noteUsage(
  tx: Transaction,
  { tenantId, at }: { tenantId: string; at: Date },
  users: readonly { id: string; domainId: string; used: number }[],
): Promise<void> {
  if (users.length === 0) return;
  const hour = new Date(Math.floor(at.getTime() / hourMs) * hourMs);
  await tx
    .insert(mailStats)
    .values(users.map(({ id, domainId, used }) => ({ tenantId, domainId, mailUserId: id, hour, usedBytes: used })))
    .onConflictDoUpdate({
      target: [mailStats.mailUserId, mailStats.hour],
      set: { usedBytes: sql`excluded.used_bytes` },
    });
}

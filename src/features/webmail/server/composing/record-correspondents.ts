import { sql } from "drizzle-orm";
import { correspondents } from "../../../../../db/schema";
import type { Transaction } from "../../../../../db/client";
import type { MailboxCtx } from "~/server/context";
import type { Recipient } from "../../schema/outgoing";

/**
 * Remembers whom a message went to, for the completion of addresses. Call it once a message that was sent, in the transaction that says so.
 * A name that was written replaces the one before, no name leaves it.
 */
export async function recordCorrespondents(
  tx: Transaction,
  ctx: MailboxCtx,
  recipients: readonly Recipient[],
): Promise<void> {
  const names = new Map<string, string>();
  for (const recipient of recipients) {
    const { email, name } = typeof recipient === "string" ? { email: recipient, name: null } : recipient;
    const address = email.toLowerCase();
    names.set(address, name || names.get(address) || "");
  }
  if (names.size === 0) return;
  const own = { tenantId: ctx.tenantId, mailUserId: ctx.actor.mailUserId, lastWrittenAt: ctx.now() };
  // In one order for everybody: two messages that are sent at once must not wait for each other.
  const rows = [...names]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([address, name]) => ({ ...own, address, name }));
  await tx
    .insert(correspondents)
    .values(rows)
    .onConflictDoUpdate({
      target: [correspondents.tenantId, correspondents.mailUserId, correspondents.address],
      set: {
        name: sql`coalesce(nullif(excluded.name, ''), ${correspondents.name})`,
        timesWritten: sql`${correspondents.timesWritten} + 1`,
        lastWrittenAt: sql`excluded.last_written_at`,
      },
    });
}

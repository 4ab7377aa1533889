import type { deliveries } from "../../../../../db/schema";
import { smtpReason } from "~/lib/smtp-reason";
import type { MailDelivery } from "../../schema/trace";

export type DeliveryRecord = typeof deliveries.$inferSelect;

/** What the other side said is a reason only where the message is still, or for good, held up by it. */
const unsettling = new Set<DeliveryRecord["state"]>(["queued", "deferred", "failed", "expired"]);

const isoOf = (at: Date | null) => at?.toISOString() ?? null;

/** What a member or its owner sees of mail under way. */
export const toMailDelivery = (row: DeliveryRecord): MailDelivery => ({
  ...{ id: row.id, sender: row.sender, recipient: row.recipient, userId: row.mailUserId, messageId: row.messageId },
  ...{ state: row.state, attempts: row.attempts, size: row.size },
  ...{ code: row.code, enhancedCode: row.enhancedCode, reply: row.reply, host: row.host },
  reason: unsettling.has(row.state) ? smtpReason(row) : null,
  ...{ nextAttemptAt: isoOf(row.nextAttemptAt), expiresAt: isoOf(row.expiresAt) },
  ...{ queuedAt: row.queuedAt.toISOString(), settledAt: isoOf(row.settledAt) },
});

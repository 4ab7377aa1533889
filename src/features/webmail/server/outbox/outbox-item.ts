import type { deliveries } from "../../../../../db/schema";
import type { SentHeading } from "~/engine/mail-submissions";
import { smtpReason } from "~/lib/smtp-reason";
import type { OutboxItem, OutboxRecipient, OutboxState } from "../../schema/outbox";
import type { SubmissionRow } from "../claim-submission";

type DeliveryRow = typeof deliveries.$inferSelect;

/** For so long after it left, no word of a message means that word is on its way. */
const quietMs = 120_000;

const recipientStates = {
  queued: "queued",
  deferred: "retrying",
  delivered: "delivered",
  failed: "failed",
  expired: "failed",
  cancelled: "cancelled",
  unreported: "left",
} as const satisfies Record<DeliveryRow["state"], OutboxRecipient["state"]>;

const failing = new Set<OutboxRecipient["state"]>(["refused", "failed", "cancelled"]);

function recipientsOf({ refused }: SubmissionRow, rows: readonly DeliveryRow[]): OutboxRecipient[] {
  const known = rows.map((row): OutboxRecipient => {
    const state = recipientStates[row.state];
    const isOver = state === "delivered" || state === "left";
    return {
      ...{ email: row.recipient, state, reply: isOver ? null : row.reply, reason: isOver ? null : smtpReason(row) },
      nextAttemptAt: state === "retrying" ? (row.nextAttemptAt?.toISOString() ?? null) : null,
    };
  });
  const atOnce = refused.map(({ email, smtpReply }): OutboxRecipient => ({
    ...{ email, state: "refused", reply: smtpReply, reason: null, nextAttemptAt: null },
  }));
  return [...atOnce, ...known];
}

function stateOf(row: SubmissionRow, recipients: readonly OutboxRecipient[], now: Date): OutboxState {
  if (row.state === "refused") return "failed";
  if (row.state === "unknown" || row.state === "sending") return row.state;
  const leaves = row.sendAt ?? row.createdAt;
  if (leaves > now) return row.isScheduled ? "scheduled" : "held";
  const has = (state: OutboxRecipient["state"]) => recipients.some((one) => one.state === state);
  const lost = recipients.filter(({ state }) => failing.has(state)).length;
  if (lost > 0) return lost >= Math.max(row.recipients, recipients.length) ? "failed" : "partly_failed";
  if (has("retrying")) return "retrying";
  if (has("queued")) return "queued";
  if (has("left")) return "left";
  if (recipients.length > 0) return "delivered";
  return now.getTime() - leaves.getTime() < quietMs ? "queued" : "left";
}

/** How a send stands: what we asked for, what the mail server has of it, and what was heard of it since. */
export function outboxItem(
  row: SubmissionRow,
  { rows, heading, now }: { rows: readonly DeliveryRow[]; heading: SentHeading | undefined; now: Date },
): OutboxItem {
  const recipients = recipientsOf(row, rows);
  const isHeld = row.state === "sent" && row.sendAt !== null && row.sendAt > now;
  return {
    ...{ id: row.id, messageId: row.messageId, state: stateOf(row, recipients, now) },
    ...{ subject: heading?.subject ?? null, threadId: heading?.threadId ?? null, emailId: heading?.id ?? null },
    to: heading ? [...heading.to, ...heading.cc, ...heading.bcc] : [],
    ...{ recipientCount: row.recipients, recipients, error: row.error },
    ...{ createdAt: row.createdAt.toISOString(), sendAt: row.sendAt?.toISOString() ?? null },
    canCancel: isHeld && row.engineSubmissionId !== null && row.emailId !== null,
  };
}

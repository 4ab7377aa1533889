import { z } from "zod";
import { Instant } from "~/lib/instant";
import { smtpReasons } from "~/lib/smtp-reason";

/**
 * What became of a message, in the order of how much it needs attention. `sending`: being handed to the mail server; `unknown`: nobody can say yet
 * whether it left; `held`: can still be taken back; `partly_failed`: some recipients did not get it; `left`: handed over, and nothing more was heard.
 */
export const outboxStates = [
  ...(["failed", "partly_failed", "unknown", "sending", "held", "scheduled", "retrying", "queued"] as const),
  ...(["left", "delivered"] as const),
] as const;
export const OutboxState = z.enum(outboxStates);
export type OutboxState = z.infer<typeof OutboxState>;

const person = z.object({ name: z.string().nullable(), email: z.string() });

export const OutboxRecipient = z.strictObject({
  email: z.string(),
  state: z.enum(["refused", "failed", "cancelled", "retrying", "queued", "left", "delivered"]),
  /** What the other server said. */
  reply: z.string().nullable(),
  /** The same in kinds that have plain words. */
  reason: z.enum(smtpReasons).nullable(),
  nextAttemptAt: Instant.nullable(),
});
export type OutboxRecipient = z.infer<typeof OutboxRecipient>;

export const OutboxItem = z.strictObject({
  id: z.uuid(),
  /** Without angle brackets. */
  messageId: z.string(),
  state: OutboxState,
  /** Null when the message itself is gone, or never came to the mail server. */
  subject: z.string().nullable(),
  threadId: z.string().nullable(),
  /** The message in Sent; of a refused one the draft. */
  emailId: z.string().nullable(),
  to: z.array(person),
  recipientCount: z.int(),
  /** Those of whom something is known. */
  recipients: z.array(OutboxRecipient),
  createdAt: Instant,
  sendAt: Instant.nullable(),
  /** Why it did not go, in the words of the mail server. */
  error: z.string().nullable(),
  /** It can still be called back. */
  canCancel: z.boolean(),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

export const ListOutbox = z.strictObject({
  after: z.string().max(100).optional(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListOutbox = z.infer<typeof ListOutbox>;

/** What is not simply delivered first, each part newest first. */
export const OutboxPage = z.strictObject({ items: z.array(OutboxItem), next: z.string().optional() });
export type OutboxPage = z.infer<typeof OutboxPage>;

/** What of the last three days waits, and what went wrong or is not known. */
export const OutboxCount = z.strictObject({ waiting: z.int(), troubled: z.int() });
export type OutboxCount = z.infer<typeof OutboxCount>;

export const SubmissionRef = z.strictObject({ submissionId: z.uuid() });
export type SubmissionRef = z.infer<typeof SubmissionRef>;

/** The draft that the message is again. */
export const CalledBack = z.strictObject({ draftId: z.string() });
export type CalledBack = z.infer<typeof CalledBack>;

/** At another time, a week from now at most; without one: now. */
export const RescheduleMessage = z.strictObject({ submissionId: z.uuid(), sendAt: Instant.optional() });
export type RescheduleMessage = z.infer<typeof RescheduleMessage>;

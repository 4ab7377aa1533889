import { z } from "zod";
import { Instant } from "~/lib/instant";
import { singleLine } from "~/lib/single-line";
import { smtpReasons } from "~/lib/smtp-reason";

/** Where a message to one recipient stands. `unreported`: it left the queue, and nobody said how. */
export const DeliveryState = z.enum([
  ...(["queued", "deferred", "delivered", "failed", "cancelled", "expired", "unreported"] as const),
]);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** What the other server said last, or ours in its place. */
const Said = {
  code: z.int().nullable(),
  /** RFC 3463, such as `5.1.1`. */
  enhancedCode: z.string().nullable(),
  reply: z.string().nullable(),
  host: z.string().nullable(),
  /** The same in kinds that have plain words. */
  reason: z.enum(smtpReasons).nullable(),
};

/** A message on its way to one recipient. What it says, its subject too, is its reader's and writer's own. */
export const MailDelivery = z.strictObject({
  id: z.uuid(),
  /** Empty for a notice of a mail server. */
  sender: z.string(),
  recipient: z.string(),
  /** The mailbox user of the tenant who sent it; null for mail that came in. */
  userId: z.uuid().nullable(),
  messageId: z.string().nullable(),
  state: DeliveryState,
  attempts: z.int(),
  ...Said,
  /** Octets. */
  size: z.int().nullable(),
  nextAttemptAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
  queuedAt: Instant,
  settledAt: Instant.nullable(),
});
export type MailDelivery = z.infer<typeof MailDelivery>;

const AddressPart = singleLine().trim().toLowerCase().min(1).max(320);

export const ListMailDeliveries = z.strictObject({
  /** What this mailbox user sent and got. */
  userId: z.uuid().optional(),
  sender: AddressPart.optional(),
  recipient: AddressPart.optional(),
  state: DeliveryState.optional(),
  /** Part of an address, or a Message-ID as a whole. */
  search: singleLine().trim().max(900).optional(),
  from: Instant.optional(),
  /** Exclusive. */
  to: Instant.optional(),
  after: z.string().max(100).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListMailDeliveries = z.infer<typeof ListMailDeliveries>;

/** Newest first. */
export const MailDeliveryPage = z.strictObject({ deliveries: z.array(MailDelivery), next: z.string().optional() });
export type MailDeliveryPage = z.infer<typeof MailDeliveryPage>;

export const MailDeliveryRef = z.strictObject({ mailDeliveryId: z.uuid() });
export type MailDeliveryRef = z.infer<typeof MailDeliveryRef>;

export const CancelMail = z.strictObject({
  mailDeliveryId: z.uuid(),
  /** Every recipient that still waits, not this one alone. */
  all: z.boolean().default(false),
});
export type CancelMail = z.infer<typeof CancelMail>;

export const deliverySteps = [
  ...(["queued", "deferred", "delivered", "failed", "seen", "left", "cancelled", "retried"] as const),
] as const;

/** The delivery with everything that is known to have happened to it, oldest first; of more than two hundred steps the latest. */
export const MailTrace = z.strictObject({
  delivery: MailDelivery,
  /** How many recipients of the same message still wait. */
  waiting: z.int(),
  steps: z.array(
    z.strictObject({
      at: Instant,
      kind: z.enum(deliverySteps),
      ...Said,
      nextAttemptAt: Instant.nullable(),
      /** Who did it, where a person did. */
      by: z.string().nullable(),
    }),
  ),
});
export type MailTrace = z.infer<typeof MailTrace>;

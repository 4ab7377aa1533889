import { z } from "zod";
import { Instant } from "~/lib/instant";
import { singleLine } from "~/lib/single-line";
import { webhookEventNames } from "~/lib/webhook-events";

export const WebhookEvent = z.enum(webhookEventNames);
export const DeliveryState = z.enum(["pending", "delivered", "failed"]);
export type DeliveryState = z.infer<typeof DeliveryState>;

/**
 * How a webhook does: nothing was sent yet, the last attempts came through or failed, a person switched it off, or the platform did because
 * the receiver said that it is gone or failed for days.
 */
export const WebhookHealth = z.enum(["idle", "healthy", "failing", "off", "gone", "given_up"]);
export type WebhookHealth = z.infer<typeof WebhookHealth>;

export const Webhook = z.strictObject({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()),
  isEnabled: z.boolean(),
  health: WebhookHealth,
  lastDeliveredAt: Instant.nullable(),
  failingSince: Instant.nullable(),
  createdAt: Instant,
});
export type Webhook = z.infer<typeof Webhook>;

export const WebhookRef = z.strictObject({ webhookId: z.uuid() });
export type WebhookRef = z.infer<typeof WebhookRef>;

export const ListWebhooks = z.strictObject({ after: z.uuid().optional(), limit: z.int().min(1).max(100).default(50) });
export type ListWebhooks = z.infer<typeof ListWebhooks>;

/** Oldest first. `next` is the cursor of the following page, absent on the last. */
export const WebhookPage = z.strictObject({ webhooks: z.array(Webhook), next: z.uuid().optional() });
export type WebhookPage = z.infer<typeof WebhookPage>;

const settings = {
  /** Where to post: https, a public name. */
  url: z.string().trim().min(1).max(2048),
  description: singleLine().trim().max(100).default(""),
  events: z
    .array(WebhookEvent)
    .min(1)
    .max(webhookEventNames.length)
    .transform((events) => [...new Set(events)].sort()),
};

export const CreateWebhook = z.strictObject(settings);
export type CreateWebhook = z.infer<typeof CreateWebhook>;

/** `secret` signs everything that is sent (Standard Webhooks): it is shown this once. */
export const CreatedWebhook = z.strictObject({ webhook: Webhook, secret: z.string() });
export type CreatedWebhook = z.infer<typeof CreatedWebhook>;

export const UpdateWebhook = z.strictObject({ webhookId: z.uuid(), ...settings });
export type UpdateWebhook = z.infer<typeof UpdateWebhook>;

export const SetWebhookEnabled = z.strictObject({ webhookId: z.uuid(), isEnabled: z.boolean() });
export type SetWebhookEnabled = z.infer<typeof SetWebhookEnabled>;

/** One event on its way to one webhook. */
export const Delivery = z.strictObject({
  id: z.uuid(),
  webhookId: z.uuid(),
  /** The `webhook-id` that the receiver sees, the same in every attempt. */
  eventId: z.uuid(),
  event: z.string(),
  state: DeliveryState,
  attempts: z.int(),
  nextAttemptAt: Instant.nullable(),
  /** Of the last attempt; null when there was no answer. */
  responseStatus: z.int().nullable(),
  durationMs: z.int().nullable(),
  deliveredAt: Instant.nullable(),
  createdAt: Instant,
});
export type Delivery = z.infer<typeof Delivery>;

/** `response` is the beginning of what a stranger answered: text, never anything else. */
export const DeliveryDetail = z.strictObject({ ...Delivery.shape, payload: z.json(), response: z.string().nullable() });
export type DeliveryDetail = z.infer<typeof DeliveryDetail>;

export const DeliveryRef = z.strictObject({ deliveryId: z.uuid() });
export type DeliveryRef = z.infer<typeof DeliveryRef>;

export const ListDeliveries = z.strictObject({
  webhookId: z.uuid(),
  state: DeliveryState.optional(),
  after: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListDeliveries = z.infer<typeof ListDeliveries>;

/** Newest first. */
export const DeliveryPage = z.strictObject({ deliveries: z.array(Delivery), next: z.uuid().optional() });
export type DeliveryPage = z.infer<typeof DeliveryPage>;

import { inOrder, type WebhookBody } from "~/lib/webhook-events";
import type { Delivery, DeliveryDetail, Webhook, WebhookHealth } from "../../schema/webhooks";
import type { DeliveryRow, WebhookRow } from "./claim-deliveries";

const offReasons = { gone: "gone", failing: "given_up" } as const;

function healthOf({ isEnabled, switchedOff, failingSince, lastDeliveredAt }: WebhookRow): WebhookHealth {
  if (!isEnabled) return switchedOff ? offReasons[switchedOff] : "off";
  if (failingSince) return "failing";
  return lastDeliveredAt ? "healthy" : "idle";
}

const textOf = (at: Date | null) => at && at.toISOString();

/** Without the secret: what was sealed stays sealed. */
export const toWebhook = (row: WebhookRow): Webhook => ({
  ...{ id: row.id, url: row.url, description: row.description, events: row.events, isEnabled: row.isEnabled },
  ...{ health: healthOf(row), lastDeliveredAt: textOf(row.lastDeliveredAt), failingSince: textOf(row.failingSince) },
  createdAt: row.createdAt.toISOString(),
});

export const toDelivery = (row: DeliveryRow): Delivery => ({
  ...{ id: row.id, webhookId: row.webhookId, eventId: row.eventId, event: row.event, state: row.state },
  ...{ attempts: row.attempts, nextAttemptAt: textOf(row.nextAttemptAt), responseStatus: row.responseStatus },
  ...{ durationMs: row.durationMs, deliveredAt: textOf(row.deliveredAt), createdAt: row.createdAt.toISOString() },
});

export const toDeliveryDetail = (row: DeliveryRow): DeliveryDetail => ({
  ...{
    ...toDelivery(row),
    payload: inOrder(row.payload as WebhookBody) as DeliveryDetail["payload"],
    response: row.response,
  },
});

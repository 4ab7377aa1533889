import type { Transaction } from "../../../db/client";
import { webhookDeliveries } from "../../../db/schema";
import { enqueue } from "../../../jobs/enqueue";
import type { WebhookBody } from "../../lib/webhook-events";

export type NewEvent = { tenantId: string; event: string; data: Record<string, unknown>; at: Date };

/**
 * Writes one event down for each of the webhooks and asks for its delivery, in the caller's transaction: it is sent when, and only when,
 * that commits. Returns the ids of the deliveries.
 */
export async function queueDelivery(
  tx: Transaction,
  webhookIds: string[],
  { tenantId, event, data, at }: NewEvent,
): Promise<string[]> {
  const eventId = Bun.randomUUIDv7();
  const payload: WebhookBody = { type: event, timestamp: at.toISOString(), data };
  const rows = webhookIds.map((webhookId) => ({
    ...{ id: Bun.randomUUIDv7(), tenantId, webhookId, eventId, event, payload, nextAttemptAt: at },
  }));
  await tx.insert(webhookDeliveries).values(rows);
  for (const webhookId of webhookIds)
    await enqueue(tx, "webhook.deliver", { tenantId, webhookId }, { key: webhookId, runAt: at });
  return rows.map(({ id }) => id);
}

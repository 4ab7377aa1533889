import { and, arrayContains, eq } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { webhooks } from "../../../db/schema";
import type { WebhookData, WebhookEvent } from "../../lib/webhook-events";
import { queueDelivery } from "./queue-delivery";

/**
 * Tells every webhook of the tenant that asked for `event`, if the caller's transaction commits. `data` is asked for only when there is
 * such a webhook: one statement when there is none. With `data` saying null nothing is sent.
 */
export async function emitEvent<E extends WebhookEvent>(
  tx: Transaction,
  { tenantId, event, at }: { tenantId: string; event: E; at: Date },
  data: () => Promise<WebhookData<E> | null>,
): Promise<void> {
  const listening = and(eq(webhooks.isEnabled, true), arrayContains(webhooks.events, [event]));
  const found = await tx
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(eq(webhooks.tenantId, tenantId), listening))
    // Whoever waits for several of their jobs waits in the same order as all others.
    .orderBy(webhooks.id);
  if (found.length === 0) return;
  const known = await data();
  const ids = found.map(({ id }) => id);
  if (known) await queueDelivery(tx, ids, { tenantId, event, data: known, at });
}

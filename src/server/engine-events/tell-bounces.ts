import { and, arrayContains, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { deliveries, webhooks } from "../../../db/schema";
import type { BounceData } from "../../lib/webhook-events";
import { queueDelivery } from "../webhooks/queue-delivery";
import type { DeliveryRow } from "./fold-delivery";
import type { DeliveryChange } from "./store-facts";

const event = "message.bounced";
const isBounced = (row: DeliveryRow | null) => row?.state === "failed" || row?.state === "expired";

/** Tells the tenant's webhooks of mail of its users that came back, once for each recipient. One statement when nothing did. */
export async function tellBounces(
  tx: Transaction,
  { tenantId, changes, at }: { tenantId: string; changes: readonly DeliveryChange[]; at: Date },
): Promise<void> {
  const bounced = changes.filter(({ before, after }) => after.mailUserId && isBounced(after) && !isBounced(before));
  if (bounced.length === 0) return;
  const listening = and(eq(webhooks.isEnabled, true), arrayContains(webhooks.events, [event]));
  const hooks = await tx
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(eq(webhooks.tenantId, tenantId), listening))
    .orderBy(webhooks.id);
  if (hooks.length === 0) return;
  const { id, queueId, recipient } = deliveries;
  const ofMessages = inArray(
    queueId,
    bounced.map(({ after }) => after.queueId),
  );
  const rows = await tx
    .select({ id, queueId, recipient })
    .from(deliveries)
    .where(and(eq(deliveries.tenantId, tenantId), ofMessages));
  const ids = new Map(rows.map((row) => [`${row.queueId} ${row.recipient}`, row.id]));
  for (const { after } of bounced) {
    const data: BounceData = {
      deliveryId: ids.get(`${after.queueId} ${after.recipient}`)!,
      ...{ userId: after.mailUserId!, address: after.sender, recipient: after.recipient, messageId: after.messageId },
      ...{ code: after.code, enhancedCode: after.enhancedCode, reply: after.reply },
    };
    const hookIds = hooks.map((hook) => hook.id);
    await queueDelivery(tx, hookIds, { tenantId, event, data, at });
  }
}

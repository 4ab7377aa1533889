import { and, eq } from "drizzle-orm";
import { webhookDeliveries } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { Delivery, DeliveryRef } from "../../schema/webhooks";
import { lockWebhook } from "./find-webhook";
import { requireWebhookKeeper } from "./require-webhook-keeper";
import { toDelivery } from "./webhook-view";

/**
 * Sends one event once more, now, under the same `webhook-id`, however it went before. Throws `delivery.not_found`, `webhook.switched_off`,
 * `auth.role_too_low`, `request.too_many`.
 */
export async function replayDelivery(ctx: Ctx, { deliveryId }: DeliveryRef): Promise<Delivery> {
  requireWebhookKeeper(ctx);
  const { tenantId } = ctx;
  await ctx.rateLimit("webhook-test", tenantId);
  const at = ctx.now();
  const own = and(eq(webhookDeliveries.tenantId, tenantId), eq(webhookDeliveries.id, deliveryId));
  const row = await ctx.tx(async (tx) => {
    const [found] = await tx.select().from(webhookDeliveries).where(own);
    if (!found) throw new AppError("delivery.not_found");
    const { webhookId, eventId, state } = found;
    const webhook = await lockWebhook(tx, ctx, webhookId);
    if (!webhook.isEnabled) throw new AppError("webhook.switched_off");
    const set = { state: "pending", nextAttemptAt: at, deliveredAt: null } as const;
    const [changed] = await tx.update(webhookDeliveries).set(set).where(own).returning();
    const subject = { type: "webhook", id: webhookId } as const;
    await audit(tx, ctx, { action: "webhook.replay", subject, before: { state }, after: { deliveryId, eventId } });
    await enqueue(tx, "webhook.deliver", { tenantId, webhookId }, { key: webhookId, runAt: at });
    return changed!;
  });
  ctx.events.publish({ tenantId, topic: "webhook", subjectId: row.webhookId });
  return toDelivery(row);
}

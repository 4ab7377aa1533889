import { and, eq } from "drizzle-orm";
import { webhookDeliveries } from "../../../../../db/schema";
import { testEvent } from "~/lib/webhook-events";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { requireConfirmed } from "~/server/require-confirmed";
import { queueDelivery } from "~/server/webhooks/queue-delivery";
import type { Delivery, WebhookRef } from "../../schema/webhooks";
import { lockWebhook } from "./find-webhook";
import { requireWebhookKeeper } from "./require-webhook-keeper";
import { toDelivery } from "./webhook-view";

/**
 * Sends an event of no meaning, so that a receiver can be tried out. Throws `webhook.not_found`, `webhook.switched_off`,
 * `auth.not_confirmed`, `auth.role_too_low`, `request.too_many`.
 */
export async function testWebhook(ctx: Ctx, { webhookId }: WebhookRef): Promise<Delivery> {
  requireWebhookKeeper(ctx);
  const { tenantId } = ctx;
  await ctx.rateLimit("webhook-test", tenantId);
  const row = await ctx.tx(async (tx) => {
    const webhook = await lockWebhook(tx, ctx, webhookId);
    await requireConfirmed(tx, ctx);
    if (!webhook.isEnabled) throw new AppError("webhook.switched_off");
    const data = { webhookId, description: webhook.description };
    const [id] = await queueDelivery(tx, [webhookId], { tenantId, event: testEvent, data, at: ctx.now() });
    await audit(tx, ctx, { action: "webhook.test", subject: { type: "webhook", id: webhookId } });
    const own = and(eq(webhookDeliveries.tenantId, tenantId), eq(webhookDeliveries.id, id!));
    return (await tx.select().from(webhookDeliveries).where(own))[0]!;
  });
  ctx.events.publish({ tenantId, topic: "webhook", subjectId: webhookId });
  return toDelivery(row);
}

import { webhooks } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { WebhookRef } from "../../schema/webhooks";
import { lockWebhook, ownWebhook } from "./find-webhook";
import { requireWebhookKeeper } from "./require-webhook-keeper";

/** Removes a webhook with its log; what waits is not sent. Throws `webhook.not_found`, `auth.role_too_low`. */
export async function removeWebhook(ctx: Ctx, { webhookId }: WebhookRef): Promise<void> {
  requireWebhookKeeper(ctx);
  const { tenantId } = ctx;
  await ctx.tx(async (tx) => {
    const { url, description, events } = await lockWebhook(tx, ctx, webhookId);
    await tx.delete(webhooks).where(ownWebhook(ctx, webhookId));
    const before = { url, description, events };
    await audit(tx, ctx, { action: "webhook.remove", subject: { type: "webhook", id: webhookId }, before });
  });
  ctx.events.publish({ tenantId, topic: "webhook", subjectId: webhookId });
}

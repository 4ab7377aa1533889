import { webhooks } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { SetWebhookEnabled, Webhook } from "../../schema/webhooks";
import { lockWebhook, ownWebhook } from "./find-webhook";
import { requireWebhookKeeper } from "./require-webhook-keeper";
import { endWaiting } from "./switch-off";
import { toWebhook } from "./webhook-view";

/**
 * Switches a webhook on or off. What waits when it goes off is given up, so that nothing comes in a flood later; what happens while it is off
 * is not kept. Throws `webhook.not_found`, `auth.role_too_low`.
 */
export async function setWebhookEnabled(ctx: Ctx, { webhookId, isEnabled }: SetWebhookEnabled): Promise<Webhook> {
  requireWebhookKeeper(ctx);
  const { tenantId } = ctx;
  const row = await ctx.tx(async (tx) => {
    const webhook = await lockWebhook(tx, ctx, webhookId);
    if (webhook.isEnabled === isEnabled) return webhook;
    const set = { isEnabled, switchedOff: null, failures: 0, failingSince: null };
    const [changed] = await tx.update(webhooks).set(set).where(ownWebhook(ctx, webhookId)).returning();
    if (!isEnabled) await endWaiting(tx, ctx, webhookId);
    await audit(tx, ctx, {
      action: isEnabled ? "webhook.resume" : "webhook.suspend",
      subject: { type: "webhook", id: webhookId },
      before: { url: webhook.url, isEnabled: webhook.isEnabled },
      after: { isEnabled },
    });
    return changed!;
  });
  ctx.events.publish({ tenantId, topic: "webhook", subjectId: webhookId });
  return toWebhook(row);
}

import { webhooks } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { UpdateWebhook, Webhook } from "../../schema/webhooks";
import { lockWebhook, ownWebhook } from "./find-webhook";
import { requireTarget } from "./require-target";
import { requireWebhookKeeper } from "./require-webhook-keeper";
import { toWebhook } from "./webhook-view";

/**
 * Changes where events go and which. What waits is sent to the new address. Throws `webhook.not_found`, `webhook.url_refused`,
 * `auth.role_too_low`.
 */
export async function updateWebhook(ctx: Ctx, { webhookId, ...after }: UpdateWebhook): Promise<Webhook> {
  requireWebhookKeeper(ctx);
  await requireTarget(ctx, after.url);
  const { tenantId } = ctx;
  const row = await ctx.tx(async (tx) => {
    const { url, description, events } = await lockWebhook(tx, ctx, webhookId);
    // Another receiver has failed nobody yet.
    const health = url === after.url ? {} : { failures: 0, failingSince: null };
    const set = { ...after, ...health };
    const [changed] = await tx.update(webhooks).set(set).where(ownWebhook(ctx, webhookId)).returning();
    const before = { url, description, events };
    await audit(tx, ctx, { action: "webhook.update", subject: { type: "webhook", id: webhookId }, before, after });
    return changed!;
  });
  ctx.events.publish({ tenantId, topic: "webhook", subjectId: webhookId });
  return toWebhook(row);
}

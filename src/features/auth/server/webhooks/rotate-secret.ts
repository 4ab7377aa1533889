import { webhooks } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { CreatedWebhook, WebhookRef } from "../../schema/webhooks";
import { lockWebhook, ownWebhook } from "./find-webhook";
import { requireWebhookKeeper } from "./require-webhook-keeper";
import { rotatedSecret } from "./webhook-secret";
import { toWebhook } from "./webhook-view";

/**
 * Gives a webhook a new secret, shown this once; the old one signs beside it for 24 hours. Throws `webhook.not_found`,
 * `auth.role_too_low`.
 */
export async function rotateSecret(ctx: Ctx, { webhookId }: WebhookRef): Promise<CreatedWebhook> {
  requireWebhookKeeper(ctx);
  return ctx.tx(async (tx) => {
    const webhook = await lockWebhook(tx, ctx, webhookId);
    const { secret, sealedSecret } = rotatedSecret(ctx.secretBox, webhookId, webhook.sealedSecret, ctx.now());
    await tx.update(webhooks).set({ sealedSecret }).where(ownWebhook(ctx, webhookId));
    await audit(tx, ctx, { action: "webhook.rotate_secret", subject: { type: "webhook", id: webhookId } });
    return { webhook: toWebhook(webhook), secret };
  });
}

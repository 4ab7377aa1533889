import { webhooks } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { Webhook, WebhookRef } from "../../schema/webhooks";
import { ownWebhook } from "./find-webhook";
import { requireWebhookKeeper } from "./require-webhook-keeper";
import { toWebhook } from "./webhook-view";

/** Throws `webhook.not_found`. */
export async function getWebhook(ctx: Ctx, { webhookId }: WebhookRef): Promise<Webhook> {
  requireWebhookKeeper(ctx);
  const [row] = await ctx.tx((tx) => tx.select().from(webhooks).where(ownWebhook(ctx, webhookId)));
  if (!row) throw new AppError("webhook.not_found");
  return toWebhook(row);
}

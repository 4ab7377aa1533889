import { and, eq, gt } from "drizzle-orm";
import { webhooks } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { ListWebhooks, WebhookPage } from "../../schema/webhooks";
import { requireWebhookKeeper } from "./require-webhook-keeper";
import { toWebhook } from "./webhook-view";

/** The tenant's webhooks, oldest first. */
export async function listWebhooks(ctx: Ctx, { after, limit }: ListWebhooks): Promise<WebhookPage> {
  requireWebhookKeeper(ctx);
  const own = and(eq(webhooks.tenantId, ctx.tenantId), after ? gt(webhooks.id, after) : undefined);
  const rows = await ctx.tx((tx) =>
    tx
      .select()
      .from(webhooks)
      .where(own)
      .orderBy(webhooks.id)
      .limit(limit + 1),
  );
  const page = rows.slice(0, limit);
  const next = rows.length > limit ? { next: page.at(-1)?.id } : {};
  return { webhooks: page.map(toWebhook), ...next };
}

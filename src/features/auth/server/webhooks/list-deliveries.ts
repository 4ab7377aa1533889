import { and, desc, eq, lt } from "drizzle-orm";
import { webhookDeliveries } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { DeliveryPage, ListDeliveries } from "../../schema/webhooks";
import { getWebhook } from "./get-webhook";
import { requireWebhookKeeper } from "./require-webhook-keeper";
import { toDelivery } from "./webhook-view";

/** What was sent to one webhook, newest first. Throws `webhook.not_found`, `auth.role_too_low`. */
export async function listDeliveries(ctx: Ctx, input: ListDeliveries): Promise<DeliveryPage> {
  requireWebhookKeeper(ctx);
  const { webhookId, state, after, limit } = input;
  await getWebhook(ctx, { webhookId });
  const wanted = and(
    ...[eq(webhookDeliveries.tenantId, ctx.tenantId), eq(webhookDeliveries.webhookId, webhookId)],
    state ? eq(webhookDeliveries.state, state) : undefined,
    after ? lt(webhookDeliveries.id, after) : undefined,
  );
  const rows = await ctx.tx((tx) =>
    tx
      .select()
      .from(webhookDeliveries)
      .where(wanted)
      .orderBy(desc(webhookDeliveries.id))
      .limit(limit + 1),
  );
  const page = rows.slice(0, limit);
  return { deliveries: page.map(toDelivery), ...(rows.length > limit ? { next: page.at(-1)?.id } : {}) };
}

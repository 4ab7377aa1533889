import { and, eq } from "drizzle-orm";
import { webhookDeliveries } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { DeliveryDetail, DeliveryRef } from "../../schema/webhooks";
import { requireWebhookKeeper } from "./require-webhook-keeper";
import { toDeliveryDetail } from "./webhook-view";

/** One delivery with what was sent and what came back. Throws `delivery.not_found`, `auth.role_too_low`. */
export async function getDelivery(ctx: Ctx, { deliveryId }: DeliveryRef): Promise<DeliveryDetail> {
  requireWebhookKeeper(ctx);
  const own = and(eq(webhookDeliveries.tenantId, ctx.tenantId), eq(webhookDeliveries.id, deliveryId));
  const [row] = await ctx.tx((tx) => tx.select().from(webhookDeliveries).where(own));
  if (!row) throw new AppError("delivery.not_found");
  return toDeliveryDetail(row);
}

import { and, eq } from "drizzle-orm";
import { webhookDeliveries } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { DeliveryDetail, DeliveryRef } from "../../schema/webhooks";
import { toDeliveryDetail } from "./webhook-view";

/** One delivery with what was sent and what came back. Throws `delivery.not_found`, `auth.role_too_low`. */
export async function getDelivery(ctx: Ctx, { deliveryId }: DeliveryRef): Promise<DeliveryDetail> {
  requireRole(ctx, "owner", "admin");
  const own = and(eq(webhookDeliveries.tenantId, ctx.tenantId), eq(webhookDeliveries.id, deliveryId));
  const [row] = await ctx.tx((tx) => tx.select().from(webhookDeliveries).where(own));
  if (!row) throw new AppError("delivery.not_found");
  return toDeliveryDetail(row);
}

import { and, eq, type SQL } from "drizzle-orm";
import { deliveries } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { DeliveryRecord } from "./delivery-view";

/** A delivery of those that `seen` leaves which still waits. Throws `delivery.not_found`, `delivery.settled`. */
export async function openDelivery(ctx: Ctx, seen: SQL | undefined, mailDeliveryId: string): Promise<DeliveryRecord> {
  const [row] = await ctx.tx((tx) =>
    tx
      .select()
      .from(deliveries)
      .where(and(seen, eq(deliveries.id, mailDeliveryId))),
  );
  if (!row) throw new AppError("delivery.not_found");
  if (row.settledAt) throw new AppError("delivery.settled");
  return row;
}

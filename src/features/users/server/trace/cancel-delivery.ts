import { and, eq, isNull } from "drizzle-orm";
import { deliveries } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { DeliveryRecord } from "./delivery-view";
import { noteAct } from "./note-act";

/**
 * Gives up a message to one recipient, or to all who still wait for it; the whole of a message may only be given up where it was sent. Throws
 * `delivery.settled` when it is too late, `engine.unavailable`.
 */
export async function cancelDelivery(ctx: Ctx, row: DeliveryRecord, all: boolean): Promise<void> {
  const { tenantId } = ctx;
  const { queueId } = row;
  const waiting = and(eq(deliveries.tenantId, tenantId), eq(deliveries.queueId, queueId), isNull(deliveries.settledAt));
  const rows =
    all && row.mailUserId
      ? await ctx.tx((tx) => tx.select({ recipient: deliveries.recipient }).from(deliveries).where(waiting))
      : [row];
  const cancelled: string[] = [];
  for (const { recipient } of rows)
    if (await ctx.engine.directory.queue.cancel({ queueId, recipient })) cancelled.push(recipient);
  if (cancelled.length === 0) throw new AppError("delivery.settled");
  await noteAct(ctx, row, { type: "queue.cancelled", recipients: cancelled });
}

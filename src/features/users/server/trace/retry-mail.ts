import { EngineError } from "~/engine/engine-error";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { MailDeliveryRef, MailTrace } from "../../schema/trace";
import { deliveriesInReach } from "./delivery-filter";
import { noteAct } from "./note-act";
import { openDelivery } from "./open-delivery";
import { readTrace } from "./read-trace";

/**
 * Has the mail server try a message now, instead of at the next attempt that it planned. Throws `delivery.not_found`, `delivery.settled`,
 * `engine.unavailable`.
 */
export async function retryMail(ctx: Ctx, { mailDeliveryId }: MailDeliveryRef): Promise<MailTrace> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const row = await openDelivery(ctx, deliveriesInReach(ctx), mailDeliveryId);
  try {
    await ctx.engine.directory.queue.retry(row.queueId);
  } catch (error) {
    if (error instanceof EngineError && error.failure === "notFound")
      throw new AppError("delivery.settled", {}, { cause: error });
    throw error;
  }
  await noteAct(ctx, row, { type: "queue.retried", recipients: [row.recipient] });
  return readTrace(ctx, deliveriesInReach(ctx), mailDeliveryId);
}

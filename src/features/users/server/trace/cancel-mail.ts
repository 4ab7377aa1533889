import { type Ctx, requireRole } from "~/server/context";
import type { CancelMail, MailTrace } from "../../schema/trace";
import { cancelDelivery } from "./cancel-delivery";
import { deliveriesInReach } from "./delivery-filter";
import { openDelivery } from "./open-delivery";
import { readTrace } from "./read-trace";

/**
 * Gives up mail that still waits: nobody is told, and it is gone. Throws `delivery.not_found`, `delivery.settled` when it is too late,
 * `engine.unavailable`.
 */
export async function cancelMail(ctx: Ctx, { mailDeliveryId, all }: CancelMail): Promise<MailTrace> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const row = await openDelivery(ctx, deliveriesInReach(ctx), mailDeliveryId);
  await cancelDelivery(ctx, row, all);
  return readTrace(ctx, deliveriesInReach(ctx), mailDeliveryId);
}

import { type Ctx, requireRole } from "~/server/context";
import type { MailDeliveryRef, MailTrace } from "../../schema/trace";
import { deliveriesInReach } from "./delivery-filter";
import { readTrace } from "./read-trace";

/** What happened to one message on its way to one recipient. Throws `delivery.not_found`. */
export async function getTrace(ctx: Ctx, { mailDeliveryId }: MailDeliveryRef): Promise<MailTrace> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  return readTrace(ctx, deliveriesInReach(ctx), mailDeliveryId);
}

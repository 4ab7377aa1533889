import { cancelDelivery } from "~/features/users/server/trace/cancel-delivery";
import { openDelivery } from "~/features/users/server/trace/open-delivery";
import { readTrace } from "~/features/users/server/trace/read-trace";
import type { CancelMail, MailTrace } from "~/features/users/schema/trace";
import type { MailboxCtx } from "~/server/context";
import { ownDeliveries } from "./own-deliveries";

/** Gives up an own message that still waits. Throws `delivery.not_found`, `delivery.settled` when it is too late, `engine.unavailable`. */
export async function cancelOwnMail(ctx: MailboxCtx, { mailDeliveryId, all }: CancelMail): Promise<MailTrace> {
  const row = await openDelivery(ctx, ownDeliveries(ctx), mailDeliveryId);
  await cancelDelivery(ctx, row, all);
  return readTrace(ctx, ownDeliveries(ctx), mailDeliveryId);
}

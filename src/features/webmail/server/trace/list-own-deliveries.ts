import { and, eq } from "drizzle-orm";
import { deliveryPage } from "~/features/users/server/trace/list-deliveries";
import type { MailDeliveryPage } from "~/features/users/schema/trace";
import type { MailboxCtx } from "~/server/context";
import { deliveries } from "../../../../../db/schema";
import type { ListOwnDeliveries } from "../../schema/trace";
import { ownDeliveries } from "./own-deliveries";

/** What became of the own mail, newest first. Throws `request.invalid` for a cursor that is none. */
export async function listOwnDeliveries(
  ctx: MailboxCtx,
  { messageId, ...asked }: ListOwnDeliveries,
): Promise<MailDeliveryPage> {
  const ofMessage = messageId === undefined ? undefined : eq(deliveries.messageId, messageId);
  return deliveryPage(ctx, and(ownDeliveries(ctx), ofMessage), asked);
}

import { readTrace } from "~/features/users/server/trace/read-trace";
import type { MailDeliveryRef, MailTrace } from "~/features/users/schema/trace";
import type { MailboxCtx } from "~/server/context";
import { ownDeliveries } from "./own-deliveries";

/** What happened to one own message on its way to one recipient. Throws `delivery.not_found`. */
export const getOwnTrace = async (ctx: MailboxCtx, { mailDeliveryId }: MailDeliveryRef): Promise<MailTrace> =>
  readTrace(ctx, ownDeliveries(ctx), mailDeliveryId);

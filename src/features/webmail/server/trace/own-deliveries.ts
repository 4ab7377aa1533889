import { and, eq } from "drizzle-orm";
import type { MailboxCtx } from "~/server/context";
import { deliveries } from "../../../../../db/schema";

/** What the signed-in mailbox user sent, and nobody else's. */
export const ownDeliveries = ({ tenantId, actor }: MailboxCtx) =>
  and(eq(deliveries.tenantId, tenantId), eq(deliveries.mailUserId, actor.mailUserId));

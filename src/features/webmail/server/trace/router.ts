import { CancelMail, MailDeliveryPage, MailDeliveryRef, MailTrace } from "~/features/users/schema/trace";
import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import { ListOwnDeliveries } from "../../schema/trace";
import { cancelOwnMail } from "./cancel-own-mail";
import { getOwnTrace } from "./get-own-trace";
import { listOwnDeliveries } from "./list-own-deliveries";

export const traceRouter = router({
  list: mailboxProcedure
    .meta(rest("GET /webmail/deliveries", "List what became of the own mail, newest first"))
    .input(ListOwnDeliveries)
    .output(MailDeliveryPage)
    .query(({ ctx, input }) => listOwnDeliveries(ctx, input)),
  get: mailboxProcedure
    .meta(rest("GET /webmail/deliveries/{mailDeliveryId}", "Show what happened to one message on its way"))
    .input(MailDeliveryRef)
    .output(MailTrace)
    .query(({ ctx, input }) => getOwnTrace(ctx, input)),
  cancel: mailboxProcedure
    .meta(rest("POST /webmail/deliveries/{mailDeliveryId}/cancel", "Give up an own message that waits"))
    .input(CancelMail)
    .output(MailTrace)
    .mutation(({ ctx, input }) => cancelOwnMail(ctx, input)),
});

import { rest } from "~/server/rest/rest";
import { router, tenantProcedure } from "~/server/trpc";
import { CancelMail, ListMailDeliveries, MailDeliveryPage, MailDeliveryRef, MailTrace } from "../../schema/trace";
import { cancelMail } from "./cancel-mail";
import { getTrace } from "./get-trace";
import { listDeliveries } from "./list-deliveries";
import { retryMail } from "./retry-mail";

const look = tenantProcedure.meta({ scope: "users:read" });
const change = tenantProcedure.meta({ scope: "users:write" });

export const traceRouter = router({
  list: look
    .meta(rest("GET /deliveries", "List what became of mail, newest first"))
    .input(ListMailDeliveries)
    .output(MailDeliveryPage)
    .query(({ ctx, input }) => listDeliveries(ctx, input)),
  get: look
    .meta(rest("GET /deliveries/{mailDeliveryId}", "Show what happened to one message on its way to one recipient"))
    .input(MailDeliveryRef)
    .output(MailTrace)
    .query(({ ctx, input }) => getTrace(ctx, input)),
  retry: change
    .meta(rest("POST /deliveries/{mailDeliveryId}/retry", "Try a message that waits now"))
    .input(MailDeliveryRef)
    .output(MailTrace)
    .mutation(({ ctx, input }) => retryMail(ctx, input)),
  cancel: change
    .meta(rest("POST /deliveries/{mailDeliveryId}/cancel", "Give up a message that waits"))
    .input(CancelMail)
    .output(MailTrace)
    .mutation(({ ctx, input }) => cancelMail(ctx, input)),
});

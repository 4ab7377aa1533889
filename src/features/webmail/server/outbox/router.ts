import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import { CalledBack, ListOutbox, OutboxCount, OutboxPage, RescheduleMessage, SubmissionRef } from "../../schema/outbox";
import { Sent } from "../../schema/sending";
import { cancelMessage } from "./cancel-message";
import { countOutbox } from "./count-outbox";
import { listOutbox } from "./list-outbox";
import { rescheduleMessage } from "./reschedule-message";

export const outboxRouter = router({
  list: mailboxProcedure
    .meta(rest("GET /webmail/outbox", "List what was sent in thirty days, what is not simply delivered first"))
    .input(ListOutbox)
    .output(OutboxPage)
    .query(({ ctx, input }) => listOutbox(ctx, input)),
  count: mailboxProcedure.output(OutboxCount).query(({ ctx }) => countOutbox(ctx)),
  cancel: mailboxProcedure
    .meta(rest("POST /webmail/outbox/{submissionId}/cancel", "Call a held message back: it is a draft again"))
    .input(SubmissionRef)
    .output(CalledBack)
    .mutation(({ ctx, input }) => cancelMessage(ctx, input)),
  reschedule: mailboxProcedure
    .meta(rest("POST /webmail/outbox/{submissionId}/reschedule", "Have a held message leave at another time, or now"))
    .input(RescheduleMessage)
    .output(Sent)
    .mutation(({ ctx, input }) => rescheduleMessage(ctx, input)),
});

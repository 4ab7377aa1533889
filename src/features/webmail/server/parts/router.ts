import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import { Message, MessageRef } from "../../schema";
import { MessageHeaders } from "../../schema/parts";
import { getHeaders } from "./get-headers";
import { getWholeMessage } from "./get-whole-message";

export const partsRouter = router({
  headers: mailboxProcedure
    .meta(rest("GET /webmail/messages/{messageId}/headers", "Show every header field of a message"))
    .input(MessageRef)
    .output(MessageHeaders)
    .query(({ ctx, input }) => getHeaders(ctx, input)),
  /** When its body was too long to be shown at once. */
  whole: mailboxProcedure
    .meta(rest("GET /webmail/messages/{messageId}/whole", "Show a message with all of a very long body"))
    .input(MessageRef)
    .output(Message)
    .query(({ ctx, input }) => getWholeMessage(ctx, input)),
});

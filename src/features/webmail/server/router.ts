import { z } from "zod";
import { endSession } from "~/features/auth/server/end-session";
import { rest } from "~/server/rest/rest";
import { mailboxProcedure, publicProcedure, router } from "~/server/trpc";
import {
  ActivityPage,
  GetThread,
  ListActivity,
  ListThreads,
  MailMe,
  MailSignIn,
  MailSignInAnswer,
  Mailboxes,
  Message,
  MessagePage,
  MessageRef,
  MoveMessages,
  Overview,
  SetKeyword,
  ThreadPage,
  UpdateMessage,
  WatchMail,
} from "../schema";
import { SendMessage, Sent } from "../schema/sending";
import { ThreadWindow } from "../schema/threads";
import { SendUsage } from "~/features/users/schema/limits";
import { securityRouter } from "./security/router";
import { forwardingRouter } from "./forwarding/router";
import { preferencesRouter } from "./preferences/router";
import { traceRouter } from "./trace/router";
import { foldersRouter } from "./folders/router";
import { labelsRouter } from "./labels/router";
import { bulkRouter } from "./bulk/router";
import { readingRouter } from "./reading/router";
import { partsRouter } from "./parts/router";
import { composingRouter } from "./composing/router";
import { draftsRouter } from "./drafts/router";
import { filesRouter } from "./files/router";
import { outboxRouter } from "./outbox/router";
import { searchRouter } from "./search/router";
import { vacationRouter } from "./vacation/router";
import { getMessage } from "./get-message";
import { getMailMe } from "./get-mail-me";
import { getOwnSendLimits } from "./get-own-send-limits";
import { getOverview } from "./get-overview";
import { getThread } from "./get-thread";
import { listMailboxes } from "./list-mailboxes";
import { listMessages } from "./list-messages";
import { listActivity } from "./list-activity";
import { listThreads } from "./list-threads";
import { moveMessages } from "./move-messages";
import { removeMessage } from "./remove-message";
import { sendMessage } from "./send-message";
import { setKeyword } from "./set-keyword";
import { signInMailbox } from "./sign-in-mailbox";
import { updateMessage } from "./update-message";
import { watchMail } from "./watch-mail";

export const webmailRouter = router({
  signIn: publicProcedure
    .meta(
      rest("POST /webmail/login", "Sign in to a mailbox", {
        description: "The session is in the cookies of the answer, never in its body.",
      }),
    )
    .input(MailSignIn)
    .output(MailSignInAnswer)
    .mutation(({ ctx, input }) => signInMailbox(ctx, input)),
  /** Also without a session: whoever asks is signed out afterwards. */
  signOut: publicProcedure
    .meta(rest("POST /webmail/logout", "Sign out of the mailbox"))
    .output(z.void())
    .mutation(({ ctx }) => endSession(ctx, "mailbox")),
  me: mailboxProcedure
    .meta(rest("GET /webmail/me", "Show whose mailbox is signed in to"))
    .output(MailMe)
    .query(({ ctx }) => getMailMe(ctx)),
  overview: mailboxProcedure
    .input(ThreadWindow)
    .output(Overview)
    .query(({ ctx, input }) => getOverview(ctx, input)),
  threads: mailboxProcedure
    .input(ThreadWindow)
    .output(ThreadPage)
    .query(({ ctx, input }) => listThreads(ctx, input)),
  thread: mailboxProcedure
    .input(GetThread)
    .output(z.array(Message))
    .query(({ ctx, input }) => getThread(ctx, input)),
  mailboxes: mailboxProcedure
    .meta(rest("GET /webmail/mailboxes", "List the folders"))
    .output(Mailboxes)
    .query(({ ctx }) => listMailboxes(ctx)),
  messages: mailboxProcedure
    .meta(rest("GET /webmail/messages", "List a folder, newest first"))
    .input(ListThreads)
    .output(MessagePage)
    .query(({ ctx, input }) => listMessages(ctx, input)),
  message: mailboxProcedure
    .meta(rest("GET /webmail/messages/{messageId}", "Show a message"))
    .input(MessageRef)
    .output(Message)
    .query(({ ctx, input }) => getMessage(ctx, input)),
  update: mailboxProcedure
    .meta(rest("PATCH /webmail/messages/{messageId}", "Mark a message, or move it"))
    .input(UpdateMessage)
    .output(z.void())
    .mutation(({ ctx, input }) => updateMessage(ctx, input)),
  remove: mailboxProcedure
    .meta(rest("DELETE /webmail/messages/{messageId}", "Move a message to the trash, or from there out of the world"))
    .input(MessageRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeMessage(ctx, input)),
  setKeyword: mailboxProcedure
    .input(SetKeyword)
    .output(z.void())
    .mutation(({ ctx, input }) => setKeyword(ctx, input)),
  move: mailboxProcedure
    .input(MoveMessages)
    .output(z.void())
    .mutation(({ ctx, input }) => moveMessages(ctx, input)),
  send: mailboxProcedure
    .meta(rest("POST /webmail/messages", "Send a message", { status: 202 }))
    .input(SendMessage)
    .output(Sent)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),
  /** What happened to the mailbox: sign-ins, and what members did to it. */
  activity: mailboxProcedure
    .input(ListActivity)
    .output(ActivityPage)
    .query(({ ctx, input }) => listActivity(ctx, input)),
  live: mailboxProcedure.input(WatchMail).subscription(({ ctx, input, signal }) => watchMail(ctx, input, signal!)),
  sendLimits: mailboxProcedure
    .meta(rest("GET /webmail/send-limits", "Show to how many recipients may still be sent this hour and today"))
    .output(SendUsage)
    .query(({ ctx }) => getOwnSendLimits(ctx)),
  security: securityRouter,
  forwarding: forwardingRouter,
  trace: traceRouter,
  folders: foldersRouter,
  labels: labelsRouter,
  bulk: bulkRouter,
  reading: readingRouter,
  parts: partsRouter,
  composing: composingRouter,
  drafts: draftsRouter,
  files: filesRouter,
  outbox: outboxRouter,
  search: searchRouter,
  vacation: vacationRouter,
  preferences: preferencesRouter,
});

import { z } from "zod";
import { endSession } from "~/features/auth/server/end-session";
import { rest } from "~/server/rest/rest";
import { mailboxProcedure, publicProcedure, router } from "~/server/trpc";
import {
  GetThread,
  ListThreads,
  MailMe,
  MailSignIn,
  Message,
  MoveMessages,
  Overview,
  SendMessage,
  Sent,
  SetKeyword,
  ThreadPage,
  WatchMail,
} from "../schema";
import { getMailMe } from "./get-mail-me";
import { getOverview } from "./get-overview";
import { getThread } from "./get-thread";
import { listThreads } from "./list-threads";
import { moveMessages } from "./move-messages";
import { sendMessage } from "./send-message";
import { setKeyword } from "./set-keyword";
import { signInMailbox } from "./sign-in-mailbox";
import { watchMail } from "./watch-mail";

export const webmailRouter = router({
  signIn: publicProcedure
    .meta(
      rest("POST /webmail/login", "Sign in to a mailbox", {
        description: "The session is in the cookies of the answer, never in its body.",
      }),
    )
    .input(MailSignIn)
    .output(MailMe)
    .mutation(({ ctx, input }) => signInMailbox(ctx, input)),
  /** Also without a session: whoever asks is signed out afterwards. */
  signOut: publicProcedure
    .meta(rest("POST /webmail/logout", "Sign out of the mailbox"))
    .output(z.void())
    .mutation(({ ctx }) => endSession(ctx, "mailbox")),
  me: mailboxProcedure.output(MailMe).query(({ ctx }) => getMailMe(ctx)),
  overview: mailboxProcedure
    .input(ListThreads)
    .output(Overview)
    .query(({ ctx, input }) => getOverview(ctx, input)),
  threads: mailboxProcedure
    .input(ListThreads)
    .output(ThreadPage)
    .query(({ ctx, input }) => listThreads(ctx, input)),
  thread: mailboxProcedure
    .input(GetThread)
    .output(z.array(Message))
    .query(({ ctx, input }) => getThread(ctx, input)),
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
  live: mailboxProcedure.input(WatchMail).subscription(({ ctx, input, signal }) => watchMail(ctx, input, signal!)),
});

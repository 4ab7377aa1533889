import { action, query, redirect, reload, revalidate } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import type { MoveMessages, SendMessage, Sent, SetKeyword } from "../schema";
import { folderOf } from "./folders";
import { ownMailPath } from "./own-mail-path";
import { pageData } from "./page-data";

/** Folders, quota and the newest threads of the folder that the address names, by role or by id. */
export const folderView = query(
  (folder: string) => pageData(() => trpc.webmail.overview.query(folderOf(folder))),
  "webmail.folder",
);

/** Threads after those of another page; `after` is its cursor. */
export const olderThreads = query(
  (mailboxId: string, after: string) => pageData(() => trpc.webmail.threads.query({ mailboxId, after })),
  "webmail.older",
);

/** All messages of a thread, oldest first. */
export const conversation = query(
  (threadId: string) => pageData(() => trpc.webmail.thread.query({ threadId })),
  "webmail.conversation",
);

/** What happened to the mailbox; `after` is the cursor of the page before. */
export const activityPage = query(
  (after?: string) => pageData(() => trpc.webmail.activity.query({ after })),
  "webmail.activity",
);

/** Everything that shows mail. */
export const mailKeys = [folderView.key, olderThreads.key, conversation.key];

export type Marking = SetKeyword & { threadId: string };
export type Moving = MoveMessages & { threadId: string; fromId: string };

export const markThread = action(async ({ threadId: _, ...change }: Marking) => {
  await trpc.webmail.setKeyword.mutate(change);
  return reload({ revalidate: mailKeys });
}, "webmail.setKeyword");

/** Moving back is the undo. */
export const moveThread = action(async ({ messageIds, to }: Moving) => {
  await trpc.webmail.move.mutate({ messageIds, to });
  return reload({ revalidate: mailKeys });
}, "webmail.move");

/** Sends, and has everything read again that may show the message now. Rejects with the failure, which the composer words. */
export async function sendMessage(message: SendMessage): Promise<Sent> {
  const sent = await trpc.webmail.send.mutate(message);
  await revalidate(mailKeys);
  return sent;
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export const signIn = action(async (form: FormData) => {
  await trpc.webmail.signIn.mutate({ address: text(form, "address"), password: text(form, "password") });
  throw redirect(ownMailPath(form.get("next")));
}, "webmail.signIn");

/** Leaves by loading a page anew, so that nothing that was read stays in memory. */
export const signOut = action(async () => {
  await trpc.webmail.signOut.mutate();
  sessionStorage.clear();
  window.location.replace("/mail/login");
}, "webmail.signOut");

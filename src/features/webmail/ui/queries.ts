import { action, query, redirect, revalidate } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import type { SendMessageInput, Sent } from "../schema/sending";
import { forgetDrafts } from "./draft-store";
import { folderOf } from "./folders";
import { ownMailPath } from "./own-mail-path";
import { pageData } from "./page-data";
import { pageSize } from "./threads/known-rows";
import { windowOf } from "./threads/list-view";

/** Folders, quota and the first threads of the folder that the address names, by role or by id, shown as the query `view` says. */
export const folderView = query(
  (folder: string, view: string) =>
    pageData(() => trpc.webmail.overview.query({ ...folderOf(folder), ...windowOf(view), limit: pageSize })),
  "webmail.folder",
);

/** A further page of a folder's threads; page 0 is in the view of the folder. */
export const threadPage = query(
  (mailboxId: string, view: string, page: number) =>
    pageData(() =>
      trpc.webmail.threads.query({ mailboxId, ...windowOf(view), position: page * pageSize, limit: pageSize }),
    ),
  "webmail.threads",
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

/** Everything that lists mail. */
export const listKeys = [folderView.key, threadPage.key, "webmail.outbox", "webmail.found"];
/** Everything that shows mail. */
export const mailKeys = [...listKeys, conversation.key];

/** Sends, and has everything read again that may show the message now. Rejects with the failure, which the composer words. */
export async function sendMessage(message: SendMessageInput): Promise<Sent> {
  const sent = await trpc.webmail.send.mutate(message);
  await revalidate(mailKeys);
  return sent;
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export const signIn = action(async (form: FormData) => {
  const next = ownMailPath(form.get("next"));
  const given = { address: text(form, "address"), password: text(form, "password") };
  const { step } = await trpc.webmail.signIn.mutate(given);
  throw redirect(step === "signed_in" ? next : `/mail/login?step=code&next=${encodeURIComponent(next)}`);
}, "webmail.signIn");

/** Leaves by loading a page anew, so that nothing that was read stays in memory. */
export const signOut = action(async () => {
  await trpc.webmail.signOut.mutate();
  forgetDrafts();
  sessionStorage.clear();
  window.location.replace("/mail/login");
}, "webmail.signOut");

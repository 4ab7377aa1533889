import { useNavigate } from "@solidjs/router";
import { createEffect, on } from "solid-js";
import { t } from "~/lib/i18n/t";
import { toast } from "~/ui/toast-store";
import type { Mailbox, Message, ThreadSummary } from "../schema";
import { folderPath } from "./folders";
import { focusBesides, focusReader, focusThread } from "./mail-keys";
import { type Destination, type Target, threadActs } from "./thread-acts";

export type OpenThreadOptions = {
  folder: () => Mailbox;
  hasArchive: () => boolean;
  threadId: () => string | undefined;
  /** As they will be; undefined while they are not there. */
  messages: () => readonly Message[] | undefined;
};

/** What can be done with the open thread and with rows, and where the focus goes then. */
export function openThread({ folder, hasArchive, threadId, messages }: OpenThreadOptions) {
  const acts = threadActs();
  const navigate = useNavigate();
  createEffect(on(threadId, (id) => id && focusReader(), { defer: true }));

  const close = () => {
    const id = threadId();
    navigate(folderPath(folder()));
    if (id) requestAnimationFrame(() => focusThread(id));
  };
  const ofRow = ({ threadId: id, messageIds }: ThreadSummary): Target => ({
    ...{ threadId: id, messageIds, fromId: folder().id },
  });
  const ofOpen = (): Target | undefined => {
    const [id, all] = [threadId(), messages()];
    if (!id || !all?.length) return undefined;
    const here = all.filter(({ mailboxIds }) => mailboxIds.includes(folder().id));
    return {
      threadId: id,
      messageIds: (here.length > 0 ? here : all).map((message) => message.id),
      fromId: folder().id,
    };
  };
  const move = (target: Target | undefined, to: Destination) => {
    if (!target || target.messageIds.length === 0 || to === folder().role) return;
    if (to === "archive" && !hasArchive()) return void toast(t("webmail.noArchive"));
    focusBesides(target.threadId);
    acts.move(target, to);
    if (target.threadId === threadId()) navigate(folderPath(folder()));
  };
  const isFlagged = () => messages()?.some(({ keywords }) => keywords.includes("$flagged")) ?? false;
  return {
    close,
    isFlagged,
    moveOpen: (to: Destination) => move(ofOpen(), to),
    moveRow: (row: ThreadSummary, to: Destination) => move(ofRow(row), to),
    flagRow: (row: ThreadSummary) => acts.mark(ofRow(row), "$flagged", !row.flagged),
    flagOpen: () => {
      const target = ofOpen();
      if (target) acts.mark(target, "$flagged", !isFlagged());
    },
    /** Marking unread closes the thread, or it would be read again at once. */
    unreadOpen: () => {
      const target = ofOpen();
      if (!target) return;
      close();
      acts.mark({ ...target, messageIds: target.messageIds.slice(-1) }, "$seen", false);
    },
    read: (unread: readonly Message[]) => {
      const id = threadId();
      const messageIds = unread.map((message) => message.id);
      if (id) acts.mark({ threadId: id, messageIds }, "$seen", true);
    },
  };
}

import { useLocation, useNavigate } from "@solidjs/router";
import { createEffect, on } from "solid-js";
import type { Mailbox, Message, ThreadSummary } from "../schema";
import { type BulkScope, createHandling } from "./handling/handling";
import { focusBesides, focusReader, focusThread } from "./mail-keys";
import type { Destination, Targets } from "./thread-acts";

export type OpenThreadOptions = {
  folder: () => Mailbox;
  mailboxes: () => readonly Mailbox[];
  /** All that the list shows. */
  scope: () => BulkScope;
  threadId: () => string | undefined;
  /** As they will be; undefined while they are not there. */
  messages: () => readonly Message[] | undefined;
};

/** What can be done with the open thread and with rows, and where the focus goes then. */
export function openThread({ folder, mailboxes, scope, threadId, messages }: OpenThreadOptions) {
  const navigate = useNavigate();
  const location = useLocation();
  /** The list in which the thread was opened, as it was shown. */
  const listPath = () => location.pathname.split("/").slice(0, 3).join("/") + location.search;
  createEffect(on(threadId, (id) => id && focusReader(), { defer: true }));

  const close = () => {
    const id = threadId();
    navigate(listPath());
    if (id) requestAnimationFrame(() => focusThread(id));
  };
  /** What of it is in the folder shown; of one that was found from elsewhere what came in, by folder. */
  const partsOfOpen = (): Targets[] => {
    const [id, all = []] = [threadId(), messages()];
    if (!id) return [];
    const here = all.filter(({ mailboxIds }) => mailboxIds.includes(folder().id));
    const targets = (fromId: string, part: readonly Message[]): Targets[] =>
      part.length > 0 ? [{ threadIds: [id], messageIds: part.map((message) => message.id), fromId }] : [];
    if (here.length > 0) return targets(folder().id, here);
    const own = mailboxes().filter(({ role }) => role === "sent" || role === "drafts");
    const received = all.filter(({ mailboxIds }) => !own.some((mailbox) => mailboxIds.includes(mailbox.id)));
    // Newest first and then turned around, for the last part ends with the newest message.
    const newestFirst = (received.length > 0 ? received : all).toReversed();
    const places = [...Map.groupBy(newestFirst, ({ mailboxIds }) => mailboxIds[0]!)].toReversed();
    return places.flatMap(([fromId, part]) => targets(fromId, part.toReversed()));
  };
  const handling = createHandling({
    folder,
    mailboxes,
    scope,
    open: partsOfOpen,
    openKeywords: () => messages()?.flatMap(({ keywords }) => keywords) ?? [],
    leaving: (ids) => {
      focusBesides(ids.at(-1)!);
      if (ids.includes(threadId() ?? "")) navigate(listPath());
    },
  });
  const isFlagged = () => messages()?.some(({ keywords }) => keywords.includes("$flagged")) ?? false;
  const move = (to: Destination, row?: ThreadSummary) => {
    if (to === "archive") handling.archive(row);
    else if (to === "trash") handling.remove(row);
    else if (to === "junk") handling.junk(row);
    else handling.toInbox(row);
  };
  return {
    close,
    handling,
    isFlagged,
    moveOpen: (to: Destination) => move(to),
    moveRow: (row: ThreadSummary, to: Destination) => move(to, row),
    flagRow: (row: ThreadSummary) => handling.flag(row),
    flagOpen: () => handling.flag("open"),
    /** Marking unread closes the thread, or it would be read again at once. */
    unreadOpen: () => {
      if (partsOfOpen().length === 0) return;
      handling.read(false, "open");
      close();
    },
    /** That message, and all that came after it, is unread again. */
    unreadFrom: ({ id }: Message) => {
      const thread = threadId();
      const messageIds = (messages() ?? []).map((message) => message.id);
      if (!thread) return;
      handling.mark({ threadIds: [thread], messageIds: messageIds.slice(messageIds.indexOf(id)) }, "$seen", false);
      close();
    },
    read: (unread: readonly Message[]) => {
      const id = threadId();
      const messageIds = unread.map((message) => message.id);
      if (id) handling.mark({ threadIds: [id], messageIds }, "$seen", true);
    },
  };
}

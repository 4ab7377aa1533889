import type { Message, Overview, ThreadSummary } from "../schema";
import type { Marking, Moving } from "./queries";

/** Changes that were asked for and not yet answered. */
export type Pending = { markings: readonly Marking[]; movings: readonly Moving[] };

const marked = (row: ThreadSummary, { threadId, keyword, value }: Marking): ThreadSummary => {
  if (row.threadId !== threadId) return row;
  return keyword === "$seen" ? { ...row, unread: !value } : { ...row, flagged: value };
};

/** Rows of a folder as they will be when everything that is pending has succeeded. Rows that nothing concerns stay the same objects. */
export const pendingRows = (
  rows: readonly ThreadSummary[],
  mailboxId: string,
  { markings, movings }: Pending,
): ThreadSummary[] =>
  rows
    .filter((row) => !movings.some(({ threadId, fromId }) => threadId === row.threadId && fromId === mailboxId))
    .map((row) => markings.reduce(marked, row));

const unreadIn = (rows: readonly ThreadSummary[]) => rows.filter(({ unread }) => unread).length;

/** A folder's view with its rows and its count of unread threads as they will be. */
export function pendingView(view: Overview, pending: Pending): Overview {
  const { mailboxId } = view.page;
  const threads = pendingRows(view.page.threads, mailboxId, pending);
  const less = unreadIn(view.page.threads) - unreadIn(threads);
  const mailboxes = view.mailboxes.map((mailbox) =>
    mailbox.id === mailboxId && less !== 0
      ? { ...mailbox, unreadThreads: Math.max(0, mailbox.unreadThreads - less) }
      : mailbox,
  );
  return { ...view, mailboxes, page: { ...view.page, threads } };
}

/** Messages with the keywords that they will have. */
export const pendingMessages = (messages: readonly Message[], { markings }: Pending): Message[] =>
  messages.map((message) => {
    const own = markings.filter(({ messageIds }) => messageIds.includes(message.id));
    if (own.length === 0) return message;
    const keywords = new Set(message.keywords);
    for (const { keyword, value } of own) value ? keywords.add(keyword) : keywords.delete(keyword);
    return { ...message, keywords: [...keywords] };
  });

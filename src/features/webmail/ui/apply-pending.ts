import type { Mailbox, Message, Overview, ThreadSummary } from "../schema";
import type { MoveTarget } from "../schema/bulk";
import type { Destroying, Marking, Moving } from "./handling/changes";

/** Changes that were asked for and not yet answered. */
export type Pending = { markings: readonly Marking[]; movings: readonly (Moving | Destroying)[] };

const marked = (row: ThreadSummary, { keyword, value }: Marking): ThreadSummary => {
  if (keyword === "$seen") return { ...row, unread: !value };
  if (keyword === "$flagged") return { ...row, flagged: value };
  const others = row.keywords.filter((other) => other !== keyword);
  return { ...row, keywords: value ? [...others, keyword] : others };
};

/** Which changes concern a thread, looked up once for all of them. */
function markingsByThread(markings: readonly Marking[]): Map<string, Marking[]> {
  const found = new Map<string, Marking[]>();
  for (const marking of markings)
    for (const id of marking.threadIds) found.set(id, [...(found.get(id) ?? []), marking]);
  return found;
}

/** Threads that are on their way out of a folder. */
export const leavingThreads = ({ movings }: Pending, mailboxId: string): ReadonlySet<string> =>
  new Set(movings.flatMap(({ fromId, threadIds }) => (fromId === mailboxId ? threadIds : [])));

/** Rows of a folder as they will be when everything that is pending has succeeded. Rows that nothing concerns stay the same objects. */
export function pendingRows(rows: readonly ThreadSummary[], mailboxId: string, pending: Pending): ThreadSummary[] {
  const leaving = leavingThreads(pending, mailboxId);
  const markings = markingsByThread(pending.markings);
  return rows
    .filter(({ threadId }) => !leaving.has(threadId))
    .map((row) => (markings.get(row.threadId) ?? []).reduce(marked, row));
}

const unreadIn = (rows: readonly ThreadSummary[]) => rows.filter(({ unread }) => unread).length;
const isTarget = ({ id, role }: Mailbox, to: MoveTarget) =>
  "mailboxId" in to ? to.mailboxId === id : to.role === role;

/** A folder's view with its rows, and what the folders count, as they will be. */
export function pendingView(view: Overview, pending: Pending): Overview {
  if (pending.markings.length + pending.movings.length === 0) return view;
  const { mailboxId } = view.page;
  const threads = pendingRows(view.page.threads, mailboxId, pending);
  const less = unreadIn(view.page.threads) - unreadIn(threads);
  const gone = view.page.threads.length - threads.length;
  const arrivals = (mailbox: Mailbox) =>
    pending.movings.flatMap((moving) =>
      moving.fromId === mailboxId && "to" in moving && isTarget(mailbox, moving.to)
        ? view.page.threads.filter(({ threadId }) => moving.threadIds.includes(threadId))
        : [],
    );
  const mailboxes = view.mailboxes.map((mailbox) => {
    const isShown = mailbox.id === mailboxId;
    const come = isShown ? [] : arrivals(mailbox);
    const [unread, total] = isShown ? [-less, -gone] : [unreadIn(come), come.length];
    if (unread === 0 && total === 0) return mailbox;
    return {
      ...mailbox,
      unreadThreads: Math.max(0, mailbox.unreadThreads + unread),
      totalThreads: Math.max(0, mailbox.totalThreads + total),
    };
  });
  const total = Math.max(0, view.page.total - gone);
  return { ...view, mailboxes, page: { ...view.page, threads, total } };
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

import { encodeId } from "../ids";
import type { MailWrite } from "./mail";

type Row = { thread_id: number; mailbox_id: number; emails: number; unread: number; is_trash: number };
type Counts = { emails: number; unreadEmails: number; threads: number; unreadThreads: number };

/** What one thread adds to each mailbox. A thread's unread mail in the trash does not make it unread elsewhere, nor the other way round. */
function threadCounts(rows: Row[]): Map<number, Counts> {
  const unreadInTrash = rows.some((row) => row.is_trash === 1 && row.unread > 0);
  const unreadElsewhere = rows.some((row) => row.is_trash === 0 && row.unread > 0);
  return new Map(
    rows.map((row) => {
      const isUnread = row.is_trash === 1 ? unreadInTrash : unreadElsewhere;
      const counts = { emails: row.emails, unreadEmails: row.unread, threads: 1, unreadThreads: isUnread ? 1 : 0 };
      return [row.mailbox_id, counts] as const;
    }),
  );
}

function sumCounts({ db, accountId }: MailWrite, threadIds: number[]): Map<number, Counts> {
  const sums = new Map<number, Counts>();
  const query = db.query<Row, [string, number]>(
    `select em.thread_id, em.mailbox_id, count(*) as emails, sum(em.is_unread) as unread, m.role is 'trash' as is_trash
     from email_mailboxes em join mailboxes m on m.account_id = em.account_id and m.id = em.mailbox_id
     where em.account_id = ? and em.thread_id = ? group by em.mailbox_id`,
  );
  for (const threadId of threadIds) {
    for (const [mailboxId, counts] of threadCounts(query.all(accountId, threadId))) {
      const sum = sums.get(mailboxId) ?? { emails: 0, unreadEmails: 0, threads: 0, unreadThreads: 0 };
      sum.emails += counts.emails;
      sum.unreadEmails += counts.unreadEmails;
      sum.threads += counts.threads;
      sum.unreadThreads += counts.unreadThreads;
      sums.set(mailboxId, sum);
    }
  }
  return sums;
}

const none: Counts = { emails: 0, unreadEmails: 0, threads: 0, unreadThreads: 0 };

/**
 * Runs `change`, which touches messages of the given threads, and moves the mailbox counters by the difference before and after. No
 * counter is ever taken from a scan of a mailbox. Threads that `change` itself creates may be returned to be counted as well.
 */
export function withMailboxCounters(
  write: MailWrite,
  threadIds: Iterable<number>,
  change: () => Iterable<number> | void,
): void {
  const ids = new Set(threadIds);
  const before = sumCounts(write, [...ids]);
  for (const id of change() ?? []) ids.add(id);
  const after = sumCounts(write, [...ids]);
  const update = write.db.query(
    `update mailboxes set total_emails = total_emails + ?, unread_emails = unread_emails + ?,
       total_threads = total_threads + ?, unread_threads = unread_threads + ? where account_id = ? and id = ?`,
  );
  for (const mailboxId of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(mailboxId) ?? none;
    const now = after.get(mailboxId) ?? none;
    const difference = [
      now.emails - old.emails,
      now.unreadEmails - old.unreadEmails,
      now.threads - old.threads,
      now.unreadThreads - old.unreadThreads,
    ] as const;
    if (difference.every((value) => value === 0)) continue;
    update.run(...difference, write.accountId, mailboxId);
    write.note("Mailbox", encodeId(mailboxId), "counted");
  }
}

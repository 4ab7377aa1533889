import { encodeId } from "../ids";
import type { Envelope } from "./envelope";
import type { MailWrite } from "./mail";

/** A message with thousands of references is matched by its first and its last ones only. */
const maxReferences = 100;

/** The message ids by which a message joins a thread. */
export function threadMessageIds({ messageId, inReplyTo, references }: Envelope): string[] {
  const ids = [...new Set([...(messageId ?? []), ...(inReplyTo ?? []), ...(references ?? [])])];
  return ids.length <= maxReferences ? ids : [...ids.slice(0, maxReferences / 2), ...ids.slice(-maxReferences / 2)];
}

/**
 * The thread a message belongs to: one that shares a message id and the base subject (RFC 8621 section 3), else a new one. Threads are
 * never merged, because a message's thread id is immutable.
 */
export function joinThread(write: MailWrite, envelope: Envelope, subject: string): number {
  const { db, accountId } = write;
  const ids = threadMessageIds(envelope);
  const find = db.query<{ thread_id: number }, [string, string, string]>(
    "select thread_id from thread_references where account_id = ? and message_id = ? and subject = ?",
  );
  let threadId: number | undefined;
  for (const id of ids) threadId ??= find.get(accountId, id, subject)?.thread_id;
  if (threadId === undefined) {
    const inserted = db.query("insert into threads (account_id) values (?)").run(accountId);
    threadId = Number(inserted.lastInsertRowid);
    write.note("Thread", encodeId(threadId), "created");
  } else write.note("Thread", encodeId(threadId), "updated");
  const remember = db.query(
    "insert into thread_references (account_id, message_id, subject, thread_id) values (?, ?, ?, ?) on conflict do nothing",
  );
  for (const id of ids) remember.run(accountId, id, subject, threadId);
  db.query("update threads set email_count = email_count + 1 where id = ?").run(threadId);
  return threadId;
}

/** Takes a message out of its thread; an empty thread ends. */
export function leaveThread({ db, note }: MailWrite, threadId: number): void {
  const row = db
    .query<{ email_count: number }, [number]>(
      "update threads set email_count = email_count - 1 where id = ? returning email_count",
    )
    .get(threadId);
  if ((row?.email_count ?? 0) > 0) {
    note("Thread", encodeId(threadId), "updated");
    return;
  }
  db.query("delete from thread_references where thread_id = ?").run(threadId);
  db.query("delete from threads where id = ?").run(threadId);
  note("Thread", encodeId(threadId), "destroyed");
}

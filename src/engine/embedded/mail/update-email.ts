import { encodeId } from "../ids";
import { deletePlacement, insertPlacement, isUnread, type Placement } from "./email-placement";
import type { MailWrite } from "./mail";
import { withMailboxCounters } from "./mailbox-counters";

type Row = { thread_id: number; received_at: number; keywords_json: string };

/** Where a message is now, or `null` when the account has no such message. */
export function readPlacement({ db, accountId }: MailWrite, emailId: number): (Placement & { row: Row }) | null {
  const row = db
    .query<Row, [number, string]>(
      "select thread_id, received_at, keywords_json from emails where id = ? and account_id = ?",
    )
    .get(emailId, accountId);
  if (!row) return null;
  const mailboxes = db
    .query<{ mailbox_id: number }, [number]>("select mailbox_id from email_mailboxes where email_id = ?")
    .all(emailId);
  return {
    row,
    mailboxIds: new Set(mailboxes.map(({ mailbox_id: id }) => id)),
    keywords: new Set(JSON.parse(row.keywords_json) as string[]),
  };
}

const isSame = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => a.size === b.size && [...a].every((value) => b.has(value));

/** Moves or marks a message. Nothing is recorded when nothing changes. Returns false when the account has no such message. */
export function updateEmail(write: MailWrite, emailId: number, placement: Placement): boolean {
  const before = readPlacement(write, emailId);
  if (!before) return false;
  if (isSame(before.mailboxIds, placement.mailboxIds) && isSame(before.keywords, placement.keywords)) return true;
  const { thread_id: threadId, received_at: receivedAt } = before.row;
  withMailboxCounters(write, [threadId], () => {
    deletePlacement(write, emailId, before.keywords);
    insertPlacement(write, { emailId, threadId, receivedAt }, placement);
    write.db
      .query("update emails set is_unread = ?, keywords_json = ? where id = ?")
      .run(isUnread(placement.keywords) ? 1 : 0, JSON.stringify([...placement.keywords]), emailId);
  });
  write.note("Email", encodeId(emailId), "updated");
  return true;
}

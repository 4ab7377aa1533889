import type { MailWrite } from "./mail";

/** Where a message is filed and how it is marked. Mailbox ids are numbers, keywords lower case. */
export type Placement = { mailboxIds: ReadonlySet<number>; keywords: ReadonlySet<string> };

/** RFC 8621 section 2: unread is what is neither seen nor a draft. */
export const isUnread = (keywords: ReadonlySet<string>): boolean => !keywords.has("$seen") && !keywords.has("$draft");

type Placed = { emailId: number; threadId: number; receivedAt: number };

/** Writes the index rows of a message's mailboxes and keywords. */
export function insertPlacement({ db, accountId }: MailWrite, email: Placed, placement: Placement): void {
  const { emailId, threadId, receivedAt } = email;
  const unread = isUnread(placement.keywords) ? 1 : 0;
  const file = db.query(
    "insert into email_mailboxes (account_id, mailbox_id, received_at, email_id, thread_id, is_unread) values (?, ?, ?, ?, ?, ?)",
  );
  for (const mailboxId of placement.mailboxIds) file.run(accountId, mailboxId, receivedAt, emailId, threadId, unread);
  const mark = db.query("insert into email_keywords (account_id, keyword, email_id, thread_id) values (?, ?, ?, ?)");
  for (const keyword of placement.keywords) mark.run(accountId, keyword, emailId, threadId);
}

/** Removes the index rows of a message's mailboxes and keywords. */
export function deletePlacement({ db, accountId }: MailWrite, emailId: number, keywords: Iterable<string>): void {
  db.query("delete from email_mailboxes where email_id = ?").run(emailId);
  const unmark = db.query("delete from email_keywords where account_id = ? and keyword = ? and email_id = ?");
  for (const keyword of keywords) unmark.run(accountId, keyword, emailId);
}

import { encodeId } from "../ids";
import { dropBlobIfUnused } from "./blobs";
import type { Mail } from "./mail";
import { writeMail } from "./write-mail";

/** The mailboxes of a new account; their ids are fixed: a to e. */
const defaultMailboxes = [
  { name: "Inbox", role: "inbox" },
  { name: "Deleted Items", role: "trash" },
  { name: "Junk Mail", role: "junk" },
  { name: "Drafts", role: "drafts" },
  { name: "Sent Items", role: "sent" },
] as const;

/** Makes an account and its default mailboxes. Idempotent. */
export function openAccount(mail: Mail, accountId: string): void {
  const known = mail.db.query("select 1 from accounts where account_id = ?").get(accountId);
  if (known) return;
  writeMail(mail, accountId, ({ db, note }) => {
    const { changes } = db
      .query("insert into accounts (account_id, next_mailbox_id) values (?, ?) on conflict do nothing")
      .run(accountId, defaultMailboxes.length);
    if (changes === 0) return;
    defaultMailboxes.forEach(({ name, role }, id) => {
      db.query("insert into mailboxes (account_id, id, name, role, sort_order) values (?, ?, ?, ?, ?)").run(
        accountId,
        id,
        name,
        role,
        id + 1,
      );
      note("Mailbox", encodeId(id), "created");
    });
  });
}

/** Removes an account with all its mail. Blobs that other accounts share stay. */
export function destroyAccount(mail: Mail, accountId: string): void {
  const { db } = mail;
  db.transaction(() => {
    const hashes = db
      .query<{ hash: string }, [string, string]>(
        "select blob_hash as hash from emails where account_id = ? union select hash from uploads where account_id = ?",
      )
      .all(accountId, accountId);
    const owned = "select id from emails where account_id = ?";
    db.query(`delete from email_texts where rowid in (${owned})`).run(accountId);
    db.query(`delete from email_structures where email_id in (${owned})`).run(accountId);
    for (const table of [
      "emails",
      "email_mailboxes",
      "email_keywords",
      "threads",
      "thread_references",
      "mailboxes",
      "uploads",
      "deliveries",
      "vacation_replies",
      "objects",
      "changes",
      "type_states",
      "accounts",
    ]) {
      db.query(`delete from ${table} where account_id = ?`).run(accountId);
    }
    for (const { hash } of hashes) dropBlobIfUnused(mail, hash);
  }).immediate();
}

/** Bytes of mail that an account holds; every message counts with its full size. */
export function usedDiskQuota({ db }: Mail, accountId: string): number {
  const row = db
    .query<{ used_bytes: number }, [string]>("select used_bytes from accounts where account_id = ?")
    .get(accountId);
  return row?.used_bytes ?? 0;
}

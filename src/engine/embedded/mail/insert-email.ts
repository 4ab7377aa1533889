import { OverQuota } from "../seams";
import { encodeId } from "../ids";
import { insertBlob } from "./blobs";
import { insertPlacement, isUnread, type Placement } from "./email-placement";
import type { MailWrite } from "./mail";
import { withMailboxCounters } from "./mailbox-counters";
import type { ParsedMessage } from "./parse-message";
import { segmentText } from "./segment-text";
import { joinThread } from "./threads";

/** A message on its way into an account. `hash` is the hex SHA-256 of `raw`, `receivedAt` epoch milliseconds, `quota` bytes (0: none). */
export type NewEmail = {
  raw: Uint8Array;
  hash: string;
  parsed: ParsedMessage;
  placement: Placement;
  receivedAt: number;
  quota: number;
};

/** Numbers of a stored message. */
export type InsertedEmail = { emailId: number; threadId: number; hash: string; size: number };

function countBytes({ db, accountId }: MailWrite, size: number, quota: number): void {
  const used = db
    .query<{ used_bytes: number }, [string]>("select used_bytes from accounts where account_id = ?")
    .get(accountId);
  if (!used) throw new Error(`account ${accountId} has not been opened`);
  if (quota > 0 && used.used_bytes + size > quota) throw new OverQuota("The mailbox is full.");
  db.query("update accounts set used_bytes = used_bytes + ? where account_id = ?").run(size, accountId);
}

function insertRow({ db, accountId }: MailWrite, email: NewEmail, threadId: number): number {
  const { parsed, raw, hash, placement, receivedAt } = email;
  const inserted = db
    .query(
      `insert into emails (account_id, thread_id, blob_hash, size, header_size, received_at, sent_at, sort_from, sort_to, sort_subject,
         has_attachment, is_unread, preview, keywords_json, envelope_json) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      accountId,
      threadId,
      hash,
      raw.length,
      parsed.headerSize,
      receivedAt,
      parsed.sentAt,
      parsed.sortFrom,
      parsed.sortTo,
      parsed.sortSubject,
      parsed.hasAttachment ? 1 : 0,
      isUnread(placement.keywords) ? 1 : 0,
      parsed.preview,
      JSON.stringify([...placement.keywords]),
      JSON.stringify(parsed.envelope),
    );
  return Number(inserted.lastInsertRowid);
}

/** Stores a message with its thread, indexes and counters, inside a write. Throws `OverQuota`. */
export function insertEmail(write: MailWrite, email: NewEmail): InsertedEmail {
  const { db } = write;
  const { parsed, raw, hash, placement } = email;
  countBytes(write, raw.length, email.quota);
  insertBlob(write, hash, raw);
  const threadId = joinThread(write, parsed.envelope, parsed.sortSubject);
  let emailId = 0;
  withMailboxCounters(write, [threadId], () => {
    emailId = insertRow(write, email, threadId);
    insertPlacement(write, { emailId, threadId, receivedAt: email.receivedAt }, placement);
  });
  db.query("insert into email_structures (email_id, structure_json) values (?, ?)").run(
    emailId,
    JSON.stringify(parsed.structure),
  );
  const { sender, recipient, cc, bcc, subject, body, attachment } = parsed.texts;
  const columns = [sender, recipient, cc, bcc, subject, body, attachment].map(segmentText);
  db.query(
    "insert into email_texts (rowid, sender, recipient, cc, bcc, subject, body, attachment) values (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(emailId, ...columns);
  write.note("Email", encodeId(emailId), "created");
  return { emailId, threadId, hash, size: raw.length };
}

import { encodeId } from "../ids";
import { dropBlobIfUnused } from "./blobs";
import { deletePlacement } from "./email-placement";
import type { MailWrite } from "./mail";
import { withMailboxCounters } from "./mailbox-counters";
import { leaveThread } from "./threads";

type Row = { thread_id: number; blob_hash: string; size: number; keywords_json: string };

/** Removes a message for good. Returns false when the account has no such message. */
export function destroyEmail(write: MailWrite, emailId: number): boolean {
  const { db, accountId } = write;
  const row = db
    .query<Row, [number, string]>(
      "select thread_id, blob_hash, size, keywords_json from emails where id = ? and account_id = ?",
    )
    .get(emailId, accountId);
  if (!row) return false;
  withMailboxCounters(write, [row.thread_id], () => {
    deletePlacement(write, emailId, JSON.parse(row.keywords_json) as string[]);
    db.query("delete from emails where id = ?").run(emailId);
  });
  db.query("delete from email_structures where email_id = ?").run(emailId);
  db.query("delete from email_texts where rowid = ?").run(emailId);
  db.query("update accounts set used_bytes = used_bytes - ? where account_id = ?").run(row.size, accountId);
  leaveThread(write, row.thread_id);
  dropBlobIfUnused(write, row.blob_hash);
  write.note("Email", encodeId(emailId), "destroyed");
  return true;
}

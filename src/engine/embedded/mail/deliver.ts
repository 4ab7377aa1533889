import { encodeId, rowId } from "../ids";
import type { Delivery, Filing } from "../seams";
import { hashBytes } from "./blobs";
import { insertEmail } from "./insert-email";
import type { Mail, MailWrite } from "./mail";
import { parseMessage } from "./parse-message";
import { writeMail } from "./write-mail";

/** How long a delivery id is remembered: longer than any queue retries. Milliseconds. */
const deliveryTtl = 14 * 24 * 60 * 60 * 1000;

function findDelivery({ db, accountId }: MailWrite, deliveryId: string, hash: string): number | null {
  const row = db
    .query<{ email_id: number }, [string, string, string]>(
      "select email_id from deliveries where account_id = ? and delivery_id = ? and hash = ?",
    )
    .get(accountId, deliveryId, hash);
  return row?.email_id ?? null;
}

function mailboxOf({ db, accountId }: MailWrite, role: string): number {
  const row = db
    .query<{ id: number }, [string, string]>("select id from mailboxes where account_id = ? and role = ?")
    .get(accountId, role);
  return row?.id ?? 0;
}

/**
 * Files a message that arrived for an account; on disk when it returns. The same message under the same `deliveryId` is filed once, so a
 * queue may repeat what it does not know the outcome of: then `isNew` is false. `quota` is bytes, 0 for none. `filing` takes the
 * place of the delivery's role. Throws `OverQuota`.
 */
export function deliver(
  mail: Mail,
  delivery: Delivery,
  quota: number,
  filing: Pick<Filing, "mailboxIds" | "keywords"> | null = null,
): { emailId: string; isNew: boolean } {
  const { accountId, raw, deliveryId } = delivery;
  const hash = hashBytes(raw);
  const parsed = parseMessage(raw);
  return writeMail(mail, accountId, (write) => {
    const known = deliveryId === undefined ? null : findDelivery(write, deliveryId, hash);
    if (known !== null) return { emailId: encodeId(known), isNew: false };
    const placement = {
      mailboxIds: new Set(
        filing ? filing.mailboxIds.map((id) => rowId(id) ?? 0) : [mailboxOf(write, delivery.role ?? "inbox")],
      ),
      keywords: new Set([...(delivery.keywords ?? []), ...(filing?.keywords ?? [])].map((word) => word.toLowerCase())),
    };
    const receivedAt = delivery.receivedAt?.getTime() ?? mail.now();
    const { emailId } = insertEmail(write, { raw, hash, parsed, placement, receivedAt, quota });
    if (deliveryId !== undefined) {
      write.db
        .query("delete from deliveries where account_id = ? and created_at < ?")
        .run(accountId, mail.now() - deliveryTtl);
      write.db
        .query(
          `insert into deliveries (account_id, delivery_id, hash, email_id, created_at) values (?, ?, ?, ?, ?)
           on conflict do update set hash = excluded.hash, email_id = excluded.email_id, created_at = excluded.created_at`,
        )
        .run(accountId, deliveryId, hash, emailId, mail.now());
    }
    write.note("EmailDelivery", encodeId(emailId), "created");
    return { emailId: encodeId(emailId), isNew: true };
  });
}

/** Does something once for a delivery; twice only when the process dies before it is written down. */
export function onceForDelivery(mail: Mail, accountId: string, deliveryId: string, act: () => void): void {
  const done = mail.db.query("select 1 from deliveries where account_id = ? and delivery_id = ?");
  if (done.get(accountId, deliveryId)) return;
  act();
  mail.db
    .query(
      "insert into deliveries (account_id, delivery_id, hash, email_id, created_at) values (?, ?, '', 0, ?) on conflict do nothing",
    )
    .run(accountId, deliveryId, mail.now());
}

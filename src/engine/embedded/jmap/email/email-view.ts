import { encodeId } from "../../ids";
import type { Envelope } from "../../mail/envelope";
import type { Mail } from "../../mail/mail";
import { parseHeaderProperty, readHeaderProperty } from "../../mail/mime/header-forms";
import { formatUtcDate } from "../../mail/mime/message-date";
import { isBodyProperty, viewBodies, type BodyOptions } from "./body-view";
import { storedSource, type EmailSource } from "./email-source";

export type EmailRow = {
  id: number;
  thread_id: number;
  blob_hash: string;
  size: number;
  header_size: number;
  received_at: number;
  has_attachment: number;
  preview: string;
  keywords_json: string;
  envelope_json: string;
};

const columns =
  "id, thread_id, blob_hash, size, header_size, received_at, has_attachment, preview, keywords_json, envelope_json";

/** The row of a message of this account, or `null`. */
export const findEmailRow = ({ db }: Mail, accountId: string, id: number): EmailRow | null =>
  db
    .query<EmailRow, [number, string]>(`select ${columns} from emails where id = ? and account_id = ?`)
    .get(id, accountId);

/** A set as JMAP writes it: `{ value: true }`. */
export const toIdSet = (values: Iterable<string>): Record<string, true> =>
  Object.fromEntries([...values].map((value) => [value, true as const]));

function mailboxIds({ db }: Mail, emailId: number): Record<string, true> {
  const rows = db
    .query<{ mailbox_id: number }, [number]>(
      "select mailbox_id from email_mailboxes where email_id = ? order by mailbox_id",
    )
    .all(emailId);
  return toIdSet(rows.map((row) => encodeId(row.mailbox_id)));
}

/** Header properties that need the message's own header block. */
export function viewHeaders(source: EmailSource, properties: readonly string[]): Record<string, unknown> {
  const view: Record<string, unknown> = {};
  for (const property of properties) {
    if (property === "headers") view.headers = source.fields();
    const parsed = property.startsWith("header:") ? parseHeaderProperty(property) : null;
    if (parsed) view[property] = readHeaderProperty(source.fields(), parsed);
  }
  return view;
}

/** One Email with the properties that were asked for. Lists that ask for no body and no header form touch nothing but the row. */
export function viewEmail(
  mail: Mail,
  row: EmailRow,
  properties: readonly string[],
  body: BodyOptions,
): Record<string, unknown> {
  const envelope = JSON.parse(row.envelope_json) as Envelope;
  const source = storedSource(mail, row.id, row.blob_hash, row.header_size);
  const makers: Record<string, () => unknown> = {
    id: () => encodeId(row.id),
    blobId: () => source.blobId,
    threadId: () => encodeId(row.thread_id),
    mailboxIds: () => mailboxIds(mail, row.id),
    keywords: () => toIdSet(JSON.parse(row.keywords_json) as string[]),
    size: () => row.size,
    receivedAt: () => formatUtcDate(row.received_at),
    hasAttachment: () => row.has_attachment === 1,
    preview: () => row.preview,
  };
  const view: Record<string, unknown> = { id: encodeId(row.id) };
  for (const property of properties) {
    const make = makers[property];
    if (make) view[property] = make();
    else if (property in envelope) view[property] = envelope[property as keyof Envelope];
  }
  Object.assign(view, viewHeaders(source, properties));
  return properties.some(isBodyProperty) ? Object.assign(view, viewBodies(source, properties, body)) : view;
}

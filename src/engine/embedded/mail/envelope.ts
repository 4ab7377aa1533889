import { asAddresses, type EmailAddress } from "./mime/addresses";
import { findHeader, type HeaderField } from "./mime/header-fields";
import { asMessageIds } from "./mime/header-forms";
import { asText } from "./mime/header-text";
import { formatMessageDate, parseMessageDate } from "./mime/message-date";

/** The header properties that lists show, parsed once at ingest and kept with the message. */
export type Envelope = {
  subject: string | null;
  from: EmailAddress[] | null;
  sender: EmailAddress[] | null;
  replyTo: EmailAddress[] | null;
  to: EmailAddress[] | null;
  cc: EmailAddress[] | null;
  bcc: EmailAddress[] | null;
  sentAt: string | null;
  messageId: string[] | null;
  inReplyTo: string[] | null;
  references: string[] | null;
};

/** Parses the list view's header properties. `sentAt` is epoch milliseconds beside the envelope's text form. */
export function readEnvelope(fields: readonly HeaderField[]): { envelope: Envelope; sentAt: number | null } {
  const form = <T>(name: string, parse: (raw: string) => T): T | null => {
    const raw = findHeader(fields, name);
    return raw === null ? null : parse(raw);
  };
  const date = form("date", parseMessageDate);
  return {
    envelope: {
      subject: form("subject", asText),
      from: form("from", asAddresses),
      sender: form("sender", asAddresses),
      replyTo: form("reply-to", asAddresses),
      to: form("to", asAddresses),
      cc: form("cc", asAddresses),
      bcc: form("bcc", asAddresses),
      sentAt: date && formatMessageDate(date),
      messageId: form("message-id", asMessageIds),
      inReplyTo: form("in-reply-to", asMessageIds),
      references: form("references", asMessageIds),
    },
    sentAt: date?.at ?? null,
  };
}

const collapse = (text: string) => text.replace(/\s+/g, " ").trim();

/** The base subject of RFC 5256 section 2.1: without reply and forward marks, lists' blobs and "(fwd)". Lower case. */
export function baseSubject(subject: string | null): string {
  let text = collapse((subject ?? "").slice(0, 2000)).toLowerCase();
  for (;;) {
    let next = text.replace(/(?:\s*\(fwd\))+$/, "").trim();
    next = next.replace(/^(?:re|fwd?|aw|wg|antw|sv|vs|tr)\s*(?:\[[^[\]]{0,80}\])?\s*:\s*/, "");
    const blob = /^\[[^[\]]{0,80}\]\s*/.exec(next)?.[0] ?? "";
    if (next.length > blob.length) next = next.slice(blob.length);
    const forwarded = /^\[fwd:\s*(.*)\]$/.exec(next);
    if (forwarded) next = forwarded[1] ?? "";
    if (next === text) return text;
    text = next;
  }
}

/** Sort key of an address list: the first name, else the first address; lower case. */
export function addressSortKey(addresses: EmailAddress[] | null): string {
  const first = addresses?.[0];
  return (first?.name || first?.email || "").toLowerCase();
}

import { addressSortKey, baseSubject, readEnvelope, type Envelope } from "./envelope";
import { messageTexts } from "./mime/message-texts";
import { parseStructure, type MimePart } from "./mime/parse-structure";

/** Everything that is kept about a message beside its bytes. */
export type ParsedMessage = {
  envelope: Envelope;
  sentAt: number | null;
  structure: MimePart;
  headerSize: number;
  preview: string;
  hasAttachment: boolean;
  sortFrom: string;
  sortTo: string;
  sortSubject: string;
  texts: {
    sender: string;
    recipient: string;
    cc: string;
    bcc: string;
    subject: string;
    body: string;
    attachment: string;
  };
};

const joinAddresses = (list: { name: string | null; email: string }[] | null) =>
  (list ?? [])
    .map(({ name, email }) => `${name ?? ""} ${email}`)
    .join(" ")
    .slice(0, 50_000);

/** Parses a whole message once. Never throws, whatever the bytes are. */
export function parseMessage(raw: Uint8Array): ParsedMessage {
  const { fields, root } = parseStructure(raw);
  const { envelope, sentAt } = readEnvelope(fields);
  const { preview, body, attachmentNames, hasAttachment } = messageTexts(raw, root);
  return {
    envelope,
    sentAt,
    structure: root,
    headerSize: root.bodyStart,
    preview,
    hasAttachment,
    sortFrom: addressSortKey(envelope.from),
    sortTo: addressSortKey(envelope.to),
    sortSubject: baseSubject(envelope.subject),
    texts: {
      sender: joinAddresses(envelope.from),
      recipient: joinAddresses(envelope.to),
      cc: joinAddresses(envelope.cc),
      bcc: joinAddresses(envelope.bcc),
      subject: envelope.subject ?? "",
      body,
      attachment: attachmentNames,
    },
  };
}

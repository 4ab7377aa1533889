import type { MessageContent, OutgoingAttachment } from "../mail-objects.ts";

type BodyPart = { type: string; partId?: string; blobId?: string; subParts?: BodyPart[] } & Record<string, unknown>;

/**
 * The Email object of a new message (RFC 8621 section 4.6), a draft until it is filed elsewhere. Its parts are laid out here and not left to
 * the server: text and HTML as alternatives, pictures beside the HTML that shows them (RFC 2387), files behind both.
 */
export function toEmail(content: MessageContent, draftsId: string) {
  const { from, to, cc, bcc, subject, text, html, messageId, inReplyTo, references } = content;
  return {
    mailboxIds: { [draftsId]: true },
    keywords: { $draft: true, $seen: true },
    from: [from],
    ...(to.length ? { to } : {}),
    ...(cc.length ? { cc } : {}),
    // Kept in the copy under Sent; the server leaves it out of what it sends.
    ...(bcc.length ? { bcc } : {}),
    subject,
    messageId: [messageId],
    ...(inReplyTo.length ? { inReplyTo } : {}),
    ...(references.length ? { references } : {}),
    bodyValues: { text: { value: text }, ...(html === null ? {} : { html: { value: html } }) },
    bodyStructure: structureOf(content),
  };
}

function structureOf({ html, attachments }: MessageContent): BodyPart {
  const isShown = ({ cid }: OutgoingAttachment) => cid !== undefined && (html?.includes(`cid:${cid}`) ?? false);
  const text = { partId: "text", type: "text/plain" };
  const pictures = attachments.filter(isShown).map((file) => partOf(file, "inline"));
  const files = attachments.filter((file) => !isShown(file)).map((file) => partOf(file, "attachment"));
  const rich = wrap("multipart/related", [{ partId: "html", type: "text/html" }, ...pictures]);
  const body = html === null ? text : wrap("multipart/alternative", [text, rich]);
  return wrap("multipart/mixed", [body, ...files]);
}

const wrap = (type: string, parts: BodyPart[]): BodyPart =>
  parts.length === 1 ? parts[0]! : { type, subParts: parts };

const partOf = ({ blobId, name, type, cid }: OutgoingAttachment, disposition: "inline" | "attachment"): BodyPart => ({
  ...{ blobId, name, type, disposition },
  ...(cid === undefined ? {} : { cid }),
});

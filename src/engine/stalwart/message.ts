import { z } from "zod";
import type { Attachment, Message } from "../mail-objects.ts";
import { AddressList } from "./address-list.ts";
import type { JmapClient } from "./jmap-client.ts";
import { Keywords } from "./keywords.ts";
import { originShape, splitOrigin, unfolded } from "./origin-headers.ts";

/** Longer bodies are cut; the whole is always there as a download. */
const longestBodyBytes = 1024 * 1024;
/** When a reader asks for all of it. */
export const longestWholeBytes = 10 * longestBodyBytes;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const ids = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);

/** RFC 8621 section 4.1.4. */
const Part = z.object({
  partId: z.string().nullish(),
  blobId: z.string().nullish(),
  size: z.int().catch(0),
  name: z.string().nullish(),
  type: z.string().catch("application/octet-stream"),
  charset: z.string().nullish(),
  disposition: z.string().nullish(),
  cid: z.string().nullish(),
});
type Part = z.infer<typeof Part>;
const parts = z
  .array(Part)
  .nullish()
  .transform((value) => value ?? []);

const authenticationResults = "header:Authentication-Results:all";

export const MessageObject = z.object({
  id: z.string(),
  threadId: z.string(),
  mailboxIds: z.record(z.string(), z.boolean()),
  keywords: Keywords,
  messageId: ids,
  inReplyTo: ids,
  references: ids,
  from: AddressList,
  to: AddressList,
  cc: AddressList,
  bcc: AddressList,
  replyTo: AddressList,
  subject: text,
  sentAt: z.string().nullish(),
  receivedAt: z.string(),
  preview: text,
  bodyValues: z.record(z.string(), z.object({ value: z.string(), isTruncated: z.boolean().catch(false) })).catch({}),
  textBody: parts,
  htmlBody: parts,
  attachments: parts,
  [authenticationResults]: ids,
  ...originShape,
});
type MessageObject = z.infer<typeof MessageObject>;

/** Arguments of Email/get for whole messages. */
export const messageArguments = {
  properties: Object.keys(MessageObject.shape),
  bodyProperties: Object.keys(Part.shape),
  fetchTextBodyValues: true,
  fetchHTMLBodyValues: true,
  maxBodyValueBytes: longestBodyBytes,
};

/** Whole messages by id, in as many requests as the server's limit takes; ids that do not exist are left out. */
export async function getMessages(
  jmap: JmapClient,
  wanted: string[],
  maxBodyValueBytes = longestBodyBytes,
): Promise<Message[]> {
  const { maxIds } = await jmap.session();
  const messages: Message[] = [];
  for (let at = 0; at < wanted.length; at += maxIds) {
    const get = { ...messageArguments, maxBodyValueBytes, ids: wanted.slice(at, at + maxIds) };
    const { found } = await jmap.send(
      { found: ["Email/get", get] },
      z.object({ found: z.object({ list: z.array(MessageObject) }) }),
    );
    messages.push(...found.list.map(toMessage));
  }
  return messages;
}

export function toMessage(object: MessageObject): Message {
  const { textBody, htmlBody, bodyValues, attachments, mailboxIds, messageId, sentAt, preview, ...rest } = object;
  const { [authenticationResults]: results, ...fields } = rest;
  const { rest: message, headers } = splitOrigin(fields);
  const hasHtml = htmlBody.some(({ type }) => type === "text/html");
  const hasText = textBody.some(({ type }) => type === "text/plain");
  const shown = [...(hasHtml ? htmlBody : []), ...(hasText ? textBody : [])].map(
    ({ partId }) => bodyValues[partId ?? ""],
  );
  return {
    ...message,
    messageId: messageId[0] ?? null,
    mailboxIds: Object.keys(mailboxIds).filter((id) => mailboxIds[id]),
    sentAt: sentAt ?? null,
    preview: preview.trim().slice(0, 256),
    html: hasHtml ? htmlBody.map((part) => htmlOf(part, bodyValues)).join("") : null,
    text: hasText
      ? textBody.map((part) => (part.type === "text/plain" ? valueOf(part, bodyValues) : "")).join("\n")
      : null,
    truncated: shown.some((value) => value?.isTruncated),
    attachments: toAttachments(attachments, [...htmlBody, ...textBody]),
    authenticationResults: results.map(unfolded),
    headers,
  };
}

type BodyValues = MessageObject["bodyValues"];

const valueOf = (part: Part, values: BodyValues) => values[part.partId ?? ""]?.value ?? "";

/** A message may put plain text before and after its HTML, as mailing lists do with their footer. */
function htmlOf(part: Part, values: BodyValues): string {
  if (part.type === "text/html") return valueOf(part, values);
  return part.type === "text/plain" ? `<pre>${Bun.escapeHTML(valueOf(part, values))}</pre>` : "";
}

const isBodyText = ({ type }: Part) => type === "text/html" || type === "text/plain";

/** Pictures between paragraphs are listed among the bodies (RFC 8621 section 4.1.4); they are attachments here like the others. */
function toAttachments(listed: Part[], bodies: Part[]): Attachment[] {
  const byPart = new Map<string, Attachment>();
  for (const part of [...listed, ...bodies.filter((body) => !isBodyText(body))]) {
    const { blobId, type, size, name, charset, cid, disposition } = part;
    if (!blobId) continue;
    byPart.set(part.partId ?? blobId, {
      ...{ blobId, name: name ?? null, type, size, cid: cid ?? null, inline: disposition === "inline" },
      ...(charset && { charset }),
    });
  }
  return [...byPart.values()];
}

import { bodyLists, type BodyLists } from "./body-lists";
import { decodeText } from "./charset";
import { htmlToText } from "./html-to-text";
import type { MimePart } from "./parse-structure";
import { decodeTransferEncoding } from "./transfer-encoding";

const maxPartBytes = 1_000_000;
const maxIndexedParts = 50;

/** The decoded text of a text part, at most 1 MB of it. */
export function partText(bytes: Uint8Array, part: MimePart): string {
  const raw = bytes.subarray(part.bodyStart, Math.min(part.bodyEnd, part.bodyStart + maxPartBytes * 3));
  return decodeText(decodeTransferEncoding(raw, part.encoding).subarray(0, maxPartBytes), part.charset).text;
}

function plainText(bytes: Uint8Array, part: MimePart): string {
  const text = partText(bytes, part);
  return part.type === "text/html" ? htmlToText(text) : text;
}

/** What the search index and the list view need of a message's bodies: made once, at ingest. `preview` is at most 256 characters. */
export function messageTexts(
  bytes: Uint8Array,
  root: MimePart,
): { preview: string; body: string; attachmentNames: string; hasAttachment: boolean; lists: BodyLists } {
  const lists = bodyLists(root);
  const shown = [...new Set([...lists.textBody, ...lists.htmlBody])].filter((part) => part.type.startsWith("text/"));
  const texts = shown.slice(0, maxIndexedParts).map((part) => plainText(bytes, part));
  const first = texts.find((text) => text.trim() !== "") ?? "";
  const preview = [
    ...first
      .slice(0, 4000)
      .replace(/[\s\u0000-\u001f]+/g, " ")
      .trim(),
  ]
    .slice(0, 256)
    .join("");
  return {
    preview,
    body: texts.join("\n").slice(0, maxPartBytes),
    attachmentNames: lists.attachments
      .flatMap((part) => part.name ?? [])
      .join(" ")
      .slice(0, 20_000),
    hasAttachment: lists.attachments.some((part) => part.disposition !== "inline"),
    lists,
  };
}

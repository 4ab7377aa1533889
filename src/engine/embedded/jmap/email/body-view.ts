import { bodyLists } from "../../mail/mime/body-lists";
import { decodeText } from "../../mail/mime/charset";
import { parseHeaderFields } from "../../mail/mime/header-fields";
import { parseHeaderProperty, readHeaderProperty } from "../../mail/mime/header-forms";
import { leavesOf, type MimePart } from "../../mail/mime/parse-structure";
import { decodeTransferEncoding } from "../../mail/mime/transfer-encoding";
import type { EmailSource } from "./email-source";

/** What Email/get and Email/parse may say about bodies; `maxBodyValueBytes` 0 means whole. */
export type BodyOptions = {
  /** `null`: the default ones. */
  bodyProperties: readonly string[];
  withSubParts: boolean;
  fetchTextBodyValues: boolean;
  fetchHTMLBodyValues: boolean;
  fetchAllBodyValues: boolean;
  maxBodyValueBytes: number;
};

function partProperty(source: EmailSource, part: MimePart, property: string): unknown {
  if (property === "blobId") return part.partId === null ? null : `${source.blobId}_${part.partId}`;
  if (property.startsWith("header:") || property === "headers") {
    const bytes = source.slice(part.headerStart, part.bodyStart);
    const { fields } = parseHeaderFields(bytes, 0, bytes.length);
    const parsed = property === "headers" ? null : parseHeaderProperty(property);
    return parsed ? readHeaderProperty(fields, parsed) : fields;
  }
  return part[property as keyof MimePart] ?? null;
}

/** An EmailBodyPart (RFC 8621 section 4.1.4). */
export function viewPart(
  source: EmailSource,
  part: MimePart,
  options: BodyOptions,
  deep: boolean,
): Record<string, unknown> {
  const view: Record<string, unknown> = {};
  for (const property of options.bodyProperties) {
    if (property !== "subParts") view[property] = partProperty(source, part, property);
  }
  if (deep && part.subParts && options.withSubParts) {
    view.subParts = part.subParts.map((child) => viewPart(source, child, options, true));
  } else if (options.bodyProperties.includes("subParts")) view.subParts = null;
  return view;
}

/** Cuts UTF-8 text to a number of bytes without splitting a character or, in HTML, a tag. */
export function truncateText(text: string, maxBytes: number, isHtml: boolean): { text: string; isTruncated: boolean } {
  const bytes = Buffer.from(text, "utf8");
  if (maxBytes === 0 || bytes.length <= maxBytes) return { text, isTruncated: false };
  let end = maxBytes;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  let cut = bytes.subarray(0, end).toString("utf8");
  if (isHtml) {
    const open = cut.lastIndexOf("<");
    if (open > cut.lastIndexOf(">")) cut = cut.slice(0, open);
  }
  return { text: cut, isTruncated: true };
}

function bodyValue(source: EmailSource, part: MimePart, maxBytes: number): Record<string, unknown> {
  const raw = decodeTransferEncoding(source.slice(part.bodyStart, part.bodyEnd), part.encoding);
  const decoded = decodeText(raw, part.charset);
  const { text, isTruncated } = truncateText(
    decoded.text.replaceAll("\r\n", "\n"),
    maxBytes,
    part.type === "text/html",
  );
  return { value: text, isEncodingProblem: decoded.problem, isTruncated };
}

const everywhere = new Set(["bodyStructure", "textBody", "htmlBody", "attachments", "bodyValues"]);

/** Whether a property needs the message's structure. */
export const isBodyProperty = (property: string): boolean => everywhere.has(property);

/** The body properties of an Email that were asked for. */
export function viewBodies(
  source: EmailSource,
  properties: readonly string[],
  options: BodyOptions,
): Record<string, unknown> {
  const root = source.structure();
  const lists = bodyLists(root);
  const list = (parts: MimePart[]) => parts.map((part) => viewPart(source, part, options, false));
  const makers: Record<string, () => unknown> = {
    bodyStructure: () => viewPart(source, root, options, true),
    textBody: () => list(lists.textBody),
    htmlBody: () => list(lists.htmlBody),
    attachments: () => list(lists.attachments),
    bodyValues: () => {
      const wanted = new Set<MimePart>();
      if (options.fetchTextBodyValues) for (const part of lists.textBody) wanted.add(part);
      if (options.fetchHTMLBodyValues) for (const part of lists.htmlBody) wanted.add(part);
      if (options.fetchAllBodyValues) for (const part of leavesOf(root)) wanted.add(part);
      const texts = [...wanted].filter((part) => part.type.startsWith("text/"));
      return Object.fromEntries(texts.map((part) => [part.partId, bodyValue(source, part, options.maxBodyValueBytes)]));
    },
  };
  return Object.fromEntries(
    properties.flatMap((property) => (makers[property] ? [[property, makers[property]()]] : [])),
  );
}

import type { MimePart } from "./parse-structure";

/** What a reader shows as plain text, as HTML, and as attachments (RFC 8621 section 4.1.4). */
export type BodyLists = { textBody: MimePart[]; htmlBody: MimePart[]; attachments: MimePart[] };

const isInlineMedia = (type: string) => /^(image|audio|video)\//.test(type);

type Lists = { text: MimePart[] | null; html: MimePart[] | null; attachments: MimePart[] };

function isInlinePart(part: MimePart, at: number, parentType: string): boolean {
  if (part.disposition === "attachment") return false;
  if (part.type !== "text/plain" && part.type !== "text/html" && !isInlineMedia(part.type)) return false;
  // Behind the first part of anything but related, a name means the sender attached a file.
  return at === 0 || (parentType !== "related" && (isInlineMedia(part.type) || part.name === null));
}

function addLeaf(part: MimePart, parentType: string, inAlternative: boolean, lists: Lists): void {
  if (parentType === "alternative") {
    if (part.type === "text/plain") lists.text?.push(part);
    else if (part.type === "text/html") lists.html?.push(part);
    else lists.attachments.push(part);
    return;
  }
  if (inAlternative) {
    if (part.type === "text/plain") lists.html = null;
    if (part.type === "text/html") lists.text = null;
  }
  lists.text?.push(part);
  lists.html?.push(part);
  if ((!lists.text || !lists.html) && isInlineMedia(part.type)) lists.attachments.push(part);
}

function walk(parts: MimePart[], parentType: string, inAlternative: boolean, lists: Lists): void {
  const textBefore = lists.text?.length ?? -1;
  const htmlBefore = lists.html?.length ?? -1;
  parts.forEach((part, at) => {
    if (part.subParts) {
      const kind = part.type.slice("multipart/".length);
      walk(part.subParts, kind, inAlternative || kind === "alternative", { ...lists });
    } else if (isInlinePart(part, at, parentType)) addLeaf(part, parentType, inAlternative, lists);
    else lists.attachments.push(part);
  });
  if (parentType !== "alternative" || !lists.text || !lists.html) return;
  if (textBefore === lists.text.length && htmlBefore !== lists.html.length) {
    lists.text.push(...lists.html.slice(htmlBefore));
  }
  if (htmlBefore === lists.html.length && textBefore !== lists.text.length) {
    lists.html.push(...lists.text.slice(textBefore));
  }
}

/** Sorts the leaves of a message into the three lists. */
export function bodyLists(root: MimePart): BodyLists {
  const textBody: MimePart[] = [];
  const htmlBody: MimePart[] = [];
  const attachments: MimePart[] = [];
  walk([root], "mixed", false, { text: textBody, html: htmlBody, attachments });
  return { textBody, htmlBody, attachments };
}

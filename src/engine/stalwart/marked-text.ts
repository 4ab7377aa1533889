import type { MarkedText } from "../mail-search.ts";

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** The HTML of a search snippet (RFC 8621 section 5), in which only `<mark>` is an element, as plain text: nobody has to show it as HTML. */
export function toMarkedText(html: string): MarkedText[] {
  let isHit = false;
  return html.split(/(<\/?mark>)/i).flatMap((piece) => {
    if (/^<\/?mark>$/i.test(piece)) {
      isHit = piece[1] !== "/";
      return [];
    }
    const text = decode(piece);
    return text === "" ? [] : [{ text, isHit }];
  });
}

import type { AdviceCode } from "../../schema";

const quotes = /^["'`\u2018-\u201f\u00ab\u00bb]+|["'`\u2018-\u201f\u00ab\u00bb]+$/g;
const escapes = /\\([;"\\ ]|\d{3})/;
const foreignBlank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const oddSpaces = new RegExp(`${foreignBlank.source}|^\\s|\\s$`);
/** Marks without width, which a copied text carries along: byte order mark, zero-width blanks, soft hyphen. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
/** Nobody types more. What strangers publish to keep us busy is left as it is. */
const longestTyped = 4096;
const zoneLine = /^(?:\S+\s+)?(?:\d+\s+)?(?:IN\s+)?TXT\s+(?=["(]|v=)/i;

/** Blanks and marks that copying from a web page leaves: receivers do not take them for blanks, wherever they stand. */
export const hasForeignBlank = (text: string): boolean => foreignBlank.test(text) || invisible.test(text);

/** What a person or a form did to a value on its way into the zone, other than publishing it as it was shown. */
export function findTypedFault(text: string): AdviceCode | undefined {
  if (text.length > longestTyped) return undefined;
  const bare = text.trim().replaceAll(new RegExp(invisible.source, "g"), "");
  if (zoneLine.test(bare)) return "value_zone_line";
  if (bare.search(quotes) >= 0) return "value_quoted";
  if (escapes.test(text)) return "value_escaped";
  return oddSpaces.test(text) || hasForeignBlank(text) ? "value_odd_space" : undefined;
}

/** The value as it was meant, to recognise what a record was supposed to be. Never used in place of the record itself. */
export const cleanTyped = (text: string): string => (text.length > longestTyped ? text : clean(text));

const clean = (text: string): string =>
  text
    .replaceAll(new RegExp(invisible.source, "g"), "")
    .replaceAll(new RegExp(oddSpaces.source, "g"), " ")
    .trim()
    .replace(zoneLine, "")
    .replace(/^\(\s*|\s*\)$/g, "")
    // Several strings, quotes and all: as a zone file has them, and some forms do not understand.
    .replaceAll(/"\s+"/g, "")
    .replaceAll(quotes, "")
    .replaceAll(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/\\([;"\\ ])/g, "$1")
    .trim();

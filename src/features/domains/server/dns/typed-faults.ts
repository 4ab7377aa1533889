import type { AdviceCode } from "../../schema";

const quotes = /^["'\u201c\u201d\u201e\u00ab]|["'\u201c\u201d\u00bb]$/;
const escapes = /\\[;"\\ ]/;
const oddSpaces = /[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]|^\s|\s$/;

/** What a person or a form did to a value on its way into the zone, other than publishing it as it was shown. */
export function findTypedFault(text: string): AdviceCode | undefined {
  if (quotes.test(text.trim())) return "value_quoted";
  if (escapes.test(text)) return "value_escaped";
  return oddSpaces.test(text) ? "value_odd_space" : undefined;
}

/** The value as it was meant, to recognise what a record was supposed to be. Never used in place of the record itself. */
export const cleanTyped = (text: string): string =>
  text
    .replaceAll(new RegExp(oddSpaces.source, "g"), " ")
    .trim()
    .replaceAll(new RegExp(quotes.source, "g"), "")
    .replaceAll(/\\([;"\\ ])/g, "$1")
    .trim();

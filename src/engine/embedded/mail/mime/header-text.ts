import { decodeEncodedWords } from "./encoded-words";

/** Removes folds (RFC 5322 section 2.2.3): the line break goes, its white space stays. */
export const unfold = (value: string) => value.replace(/\r?\n(?=[ \t])/g, "").replace(/[\r\n]+/g, " ");

/** The Text form of RFC 8621 section 4.1.2.2: unfolded, decoded, NFC, without white space at the ends. */
export function asText(value: string): string {
  return decodeEncodedWords(unfold(value)).normalize("NFC").trim();
}

import { decodeWords } from "postal-mime";

const longest = 20_000;

/** The value of a header field as one reads it: unfolded (RFC 5322 section 2.2.3), encoded words decoded (RFC 2047), cut at 20,000 characters. */
export const readableHeader = (value: string): string =>
  decodeWords(
    value
      .slice(0, longest)
      .replace(/[\r\n]+(?=[ \t])/g, "")
      .replace(/[\r\n]+/g, " "),
  ).trim();

/** The line that stands before a signature (RFC 3676 section 4.3). */
export const signatureLine = "-- ";

const block = (signature: string) => `${signatureLine}\n${signature.trimEnd()}`;

/**
 * Puts a signature into a plain text: in place of the one that stands there, else below what is written and above `quote`, which the text ends
 * with. `after` undefined takes it away. Where somebody changed the one before, it is theirs, and stays.
 */
export function swapTextSignature(
  text: string,
  { before, after, quote = "" }: { before?: string | undefined; after?: string | undefined; quote?: string },
): string {
  const old = before === undefined ? -1 : text.indexOf(block(before));
  if (before !== undefined && old >= 0) {
    const [head, tail] = [text.slice(0, old), text.slice(old + block(before).length)];
    return after === undefined ? `${head.trimEnd()}${tail}` : `${head}${block(after)}${tail}`;
  }
  if (after === undefined) return text;
  const end = quote && text.endsWith(quote) ? text.length - quote.length : text.length;
  return `${text.slice(0, end).trimEnd()}\n\n${block(after)}\n${text.slice(end)}`;
}

/** One header field. `value` is everything behind the colon, folds included, decoded as UTF-8 (else as windows-1252), without NULs. */
export type HeaderField = { name: string; value: string };

/** Beyond these a header is not stored as fields any more; the body is still found. Bytes and fields. */
const maxHeaderBytes = 512 * 1024;
const maxHeaderFields = 2000;

const utf8 = new TextDecoder("utf-8", { fatal: true });
const western = new TextDecoder("windows-1252");

function decodeHeaderBytes(bytes: Uint8Array): string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    text = western.decode(bytes);
  }
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

const isFold = (byte: number | undefined) => byte === 0x20 || byte === 0x09;

function isFieldName(bytes: Uint8Array, start: number, colon: number): boolean {
  for (let at = start; at < colon; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x21 || byte > 0x7e) return false;
  }
  return colon > start;
}

/**
 * Reads the header block that starts at `start` and ends at the first empty line, at a line that is no field, or at `end`.
 * Offsets are bytes in `bytes`; `bodyStart` is where the body begins.
 */
export function parseHeaderFields(
  bytes: Uint8Array,
  start: number,
  end: number,
): { fields: HeaderField[]; bodyStart: number } {
  const fields: HeaderField[] = [];
  let at = start;
  while (at < end) {
    let lineEnd = bytes.indexOf(10, at);
    if (lineEnd < 0 || lineEnd >= end) lineEnd = end;
    const contentEnd = lineEnd > at && bytes[lineEnd - 1] === 13 ? lineEnd - 1 : lineEnd;
    if (contentEnd === at) return { fields, bodyStart: Math.min(lineEnd + 1, end) };
    let valueEnd = contentEnd;
    let next = Math.min(lineEnd + 1, end);
    while (next < end && isFold(bytes[next])) {
      let foldEnd = bytes.indexOf(10, next);
      if (foldEnd < 0 || foldEnd >= end) foldEnd = end;
      valueEnd = bytes[foldEnd - 1] === 13 ? foldEnd - 1 : foldEnd;
      next = Math.min(foldEnd + 1, end);
    }
    const colon = bytes.indexOf(58, at);
    let nameEnd = colon;
    while (nameEnd > at && isFold(bytes[nameEnd - 1])) nameEnd--;
    if (colon >= 0 && colon < contentEnd && isFieldName(bytes, at, nameEnd)) {
      if (next - start <= maxHeaderBytes && fields.length < maxHeaderFields) {
        fields.push({
          name: decodeHeaderBytes(bytes.subarray(at, nameEnd)),
          value: decodeHeaderBytes(bytes.subarray(colon + 1, valueEnd)),
        });
      }
    } else if (!(at === start && startsWithFrom(bytes, at))) {
      return { fields, bodyStart: at };
    }
    at = next;
  }
  return { fields, bodyStart: end };
}

/** The separator line of an mbox file ("From ana@acme.test Mon ...") that some senders leave in front. */
function startsWithFrom(bytes: Uint8Array, at: number): boolean {
  return decodeHeaderBytes(bytes.subarray(at, at + 5)) === "From ";
}

/** The last field of that name (case-insensitive), or `null`. */
export function findHeader(fields: readonly HeaderField[], name: string): string | null {
  const wanted = name.toLowerCase();
  for (let at = fields.length - 1; at >= 0; at--) {
    const field = fields[at];
    if (field && field.name.length === wanted.length && field.name.toLowerCase() === wanted) return field.value;
  }
  return null;
}

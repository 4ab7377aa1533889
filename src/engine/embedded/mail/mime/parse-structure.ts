import { findHeader, parseHeaderFields, type HeaderField } from "./header-fields";
import { asText } from "./header-text";
import { parseParametrised } from "./parameters";
import { decodeTransferEncoding } from "./transfer-encoding";

/** One node of a message's MIME tree. Offsets are bytes in the message; `size` is the decoded size of a leaf. */
export type MimePart = {
  /** `null` for a multipart. */
  partId: string | null;
  headerStart: number;
  bodyStart: number;
  bodyEnd: number;
  type: string;
  charset: string | null;
  encoding: string;
  disposition: string | null;
  name: string | null;
  cid: string | null;
  language: string[] | null;
  location: string | null;
  size: number;
  subParts: MimePart[] | null;
};

const maxDepth = 100;
const maxParts = 5000;

type Walk = { bytes: Uint8Array; buffer: Buffer; leaves: number; parts: number };

function cleanType(raw: string | null, fallback: string) {
  const { value, parameters } = parseParametrised(raw ?? fallback);
  const type = value.toLowerCase();
  return { type: /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(type) ? type : fallback, parameters };
}

function fileName(disposition: string | undefined, name: string | undefined): string | null {
  const text = (disposition || name || "").replace(/[\r\n\0]/g, "");
  return text === "" ? null : asText(text);
}

function describe(
  walk: Walk,
  fields: HeaderField[],
  headerStart: number,
  bodyStart: number,
  bodyEnd: number,
  fallback: string,
): MimePart & { boundary: string } {
  const { type, parameters } = cleanType(findHeader(fields, "content-type"), fallback);
  const disposition = parseParametrised(findHeader(fields, "content-disposition") ?? "");
  const language = findHeader(fields, "content-language");
  const location = findHeader(fields, "content-location");
  const cid = findHeader(fields, "content-id");
  const encoding = parseParametrised(findHeader(fields, "content-transfer-encoding") ?? "").value.toLowerCase();
  return {
    partId: null,
    headerStart,
    bodyStart,
    bodyEnd,
    type,
    charset: type.startsWith("text/") ? (parameters.get("charset") ?? "us-ascii").toLowerCase() : null,
    encoding,
    disposition: disposition.value === "" ? null : disposition.value.toLowerCase(),
    name: fileName(disposition.parameters.get("filename"), parameters.get("name")),
    cid: cid === null ? null : asText(cid).replace(/^<|>$/g, "") || null,
    language:
      language === null
        ? null
        : asText(language)
            .split(/[\s,]+/)
            .filter(Boolean),
    location: location === null ? null : asText(location) || null,
    size: 0,
    subParts: null,
    boundary: parameters.get("boundary") ?? "",
  };
}

/** The byte ranges between boundary lines; text before the first and after the last is skipped, an open end reaches to `end`. */
function splitMultipart(walk: Walk, boundary: string, start: number, end: number): [start: number, end: number][] {
  const { bytes, buffer } = walk;
  const mark = Buffer.from(`--${boundary}`, "latin1");
  const ranges: [number, number][] = [];
  let open: number | null = null;
  for (let at = buffer.indexOf(mark, start); at >= 0 && at < end; at = buffer.indexOf(mark, at + 1)) {
    if (at > start && bytes[at - 1] !== 10) continue;
    let after = at + mark.length;
    const closing = bytes[after] === 45 && bytes[after + 1] === 45;
    if (closing) after += 2;
    while (after < end && (bytes[after] === 32 || bytes[after] === 9)) after++;
    if (bytes[after] === 13) after++;
    if (after < end && bytes[after] !== 10) continue;
    if (open !== null) {
      const lineEnd = bytes[at - 2] === 13 ? at - 2 : at - 1;
      ranges.push([open, Math.max(lineEnd, open)]);
      open = null;
    }
    if (closing) break;
    open = Math.min(after + 1, end);
    if (walk.parts + ranges.length >= maxParts) break;
  }
  if (open !== null && open < end) ranges.push([open, end]);
  return ranges;
}

function walkPart(walk: Walk, start: number, end: number, depth: number, fallback: string): MimePart {
  walk.parts++;
  const { fields, bodyStart } = parseHeaderFields(walk.bytes, start, end);
  const { boundary, ...part } = describe(walk, fields, start, bodyStart, end, fallback);
  if (part.type.startsWith("multipart/")) {
    const ranges = boundary !== "" && depth < maxDepth ? splitMultipart(walk, boundary, bodyStart, end) : [];
    if (ranges.length > 0) {
      const childType = part.type === "multipart/digest" ? "message/rfc822" : "text/plain";
      part.subParts = ranges.map(([from, to]) => walkPart(walk, from, to, depth + 1, childType));
      return part;
    }
    // A multipart without a single part is shown as what it then is: text.
    part.type = "text/plain";
    part.charset = "us-ascii";
  }
  part.partId = String(++walk.leaves);
  part.size = decodeTransferEncoding(walk.bytes.subarray(bodyStart, end), part.encoding).length;
  return part;
}

/**
 * Finds the MIME structure of a whole message. Parts deeper than 100 levels and beyond 5,000 are left inside their parent, so the time
 * is bounded by the size. Never throws.
 */
export function parseStructure(bytes: Uint8Array): { fields: HeaderField[]; root: MimePart } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { fields } = parseHeaderFields(bytes, 0, bytes.length);
  return { fields, root: walkPart({ bytes, buffer, leaves: 0, parts: 0 }, 0, bytes.length, 0, "text/plain") };
}

/** All leaves of a tree, in order. */
export function leavesOf(part: MimePart): MimePart[] {
  return part.subParts ? part.subParts.flatMap(leavesOf) : [part];
}

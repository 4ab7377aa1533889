import type { FileEncoding } from "../../schema/imports";

/** How many octets of one parity are zero says which half of a UTF-16 unit comes first; western text has no others. */
function zeroShares(bytes: Uint8Array): [even: number, odd: number] {
  const shown = bytes.subarray(0, 2000);
  let [even, odd] = [0, 0];
  for (let at = 0; at < shown.length; at++) if (shown[at] === 0) at % 2 === 0 ? even++ : odd++;
  const pairs = Math.max(1, shown.length / 2);
  return [even / pairs, odd / pairs];
}

function isUtf8(bytes: Uint8Array, isCut: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isCut });
    return true;
  } catch {
    return false;
  }
}

/**
 * What a file is most likely written in: what its byte order mark says; UTF-16 by its zeros; UTF-8 if it is valid as such, which other
 * text with anything beyond ASCII practically never is; else Windows-1252. `isCut` when it is the begin of a file, which may end within a letter.
 */
export function guessEncoding(bytes: Uint8Array, isCut = false): FileEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const [even, odd] = zeroShares(bytes);
  if (odd > 0.4 && even < 0.1) return "utf-16le";
  if (even > 0.4 && odd < 0.1) return "utf-16be";
  return isUtf8(bytes, isCut) ? "utf-8" : "windows-1252";
}

/** The text of a file without its byte order mark. What cannot be read in that encoding becomes U+FFFD. */
export const decodeFile = (bytes: Uint8Array, encoding: FileEncoding): string =>
  new TextDecoder(encoding).decode(bytes);

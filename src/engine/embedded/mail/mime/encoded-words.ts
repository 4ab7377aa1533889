import { decodeText } from "./charset";
import { decodeBase64 } from "./transfer-encoding";

const encodedWord = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?\r\n]{0,4000})\?=/g;
const latin1 = (text: string) => Buffer.from(text, "latin1");

function wordBytes(encoding: string, content: string): Uint8Array {
  if (encoding.toLowerCase() === "b") return decodeBase64(latin1(content));
  const unescaped = content
    .replaceAll("_", " ")
    .replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return latin1(unescaped);
}

/**
 * Decodes RFC 2047 encoded words. Neighbours of one charset are joined before decoding, because senders split in the middle of characters;
 * white space between two encoded words vanishes.
 */
export function decodeEncodedWords(text: string): string {
  if (!text.includes("=?")) return text;
  let out = "";
  let end = 0;
  let pending: { charset: string; chunks: Uint8Array[] } | null = null;
  const flush = () => {
    if (pending) out += decodeText(Buffer.concat(pending.chunks), pending.charset).text;
    pending = null;
  };
  for (const match of text.matchAll(encodedWord)) {
    const between = text.slice(end, match.index);
    const charset = (match[1] ?? "").split("*")[0]?.toLowerCase() ?? "";
    const joins = end > 0 && /^\s*$/.test(between);
    // A stateful charset starts anew in each word, and the decoder takes the change between them for an attack.
    const isSame = (pending as { charset: string } | null)?.charset === charset && !charset.startsWith("iso-2022");
    if (!joins || !isSame) flush();
    if (!joins) out += between;
    pending ??= { charset, chunks: [] };
    pending.chunks.push(wordBytes(match[2] ?? "q", match[3] ?? ""));
    end = match.index + match[0].length;
  }
  flush();
  return out + text.slice(end);
}

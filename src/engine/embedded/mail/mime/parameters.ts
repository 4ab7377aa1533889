import { decodeText } from "./charset";
import { decodeEncodedWords } from "./encoded-words";
import { unfold } from "./header-text";

/** A value with parameters, such as Content-Type. Names are lower case; RFC 2231 continuations and charsets are already put together. */
export type Parametrised = { value: string; parameters: Map<string, string> };

const maxParameters = 1200;

function percentBytes(text: string): Uint8Array {
  const unescaped = text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(unescaped, "latin1");
}

/** Splits at `;` outside quotes in one pass, so that a hostile value costs no more than its length. */
function splitSegments(value: string): string[] {
  const segments: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < value.length && segments.length < maxParameters; at++) {
    const letter = value[at];
    if (letter === "\\" && quoted) at++;
    else if (letter === '"') quoted = !quoted;
    else if (letter === ";" && !quoted) {
      segments.push(value.slice(start, at));
      start = at + 1;
    }
  }
  segments.push(value.slice(start));
  return segments;
}

function unquote(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('"')) return trimmed;
  const end = trimmed.length > 1 && trimmed.endsWith('"') ? -1 : undefined;
  return trimmed.slice(1, end).replace(/\\(.)/g, "$1");
}

type Piece = { index: number; extended: boolean; text: string };

function joinPieces(pieces: Piece[]): string {
  pieces.sort((a, b) => a.index - b.index);
  const first = pieces[0];
  if (!first?.extended) {
    const plain = pieces.map((piece) =>
      piece.extended ? decodeText(percentBytes(piece.text), null).text : piece.text,
    );
    return plain.join("");
  }
  const [charset = "", , ...rest] = first.text.split("'");
  const head = rest.length > 0 ? rest.join("'") : first.text;
  const bytes = pieces.map((piece, at) => {
    const text = at === 0 ? head : piece.text;
    return piece.extended ? percentBytes(text) : Buffer.from(text, "utf8");
  });
  return decodeText(Buffer.concat(bytes), rest.length > 0 ? charset : null).text;
}

/** Parses a structured value such as `text/plain; charset="utf-8"` (RFC 2045, RFC 2231); bad parameters are skipped. */
export function parseParametrised(raw: string): Parametrised {
  const [value = "", ...segments] = splitSegments(unfold(raw));
  const pieces = new Map<string, Piece[]>();
  const plain = new Map<string, string>();
  for (const segment of segments) {
    const equals = segment.indexOf("=");
    if (equals < 1) continue;
    const key = segment.slice(0, equals).trim().toLowerCase();
    const content = unquote(segment.slice(equals + 1));
    const extended = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/.exec(key);
    const name = extended?.[1];
    if (!name) continue;
    if (extended[2] === undefined && !extended[3]) {
      if (!plain.has(name)) plain.set(name, decodeEncodedWords(content));
      continue;
    }
    const list = pieces.get(name) ?? [];
    list.push({ index: Number(extended[2] ?? 0), extended: Boolean(extended[3]), text: content });
    pieces.set(name, list);
  }
  for (const [name, list] of pieces) plain.set(name, joinPieces(list));
  const bare = value.split("(", 1)[0] ?? "";
  return { value: bare.trim(), parameters: plain };
}

import { isUnspaced } from "../../mail/segment-text";

const contextLength = 80;
const maxLength = 255;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeHtml = (text: string) => text.replace(/[&<>]/g, (mark) => escapes[mark] ?? mark);

const folded = new Map<string, string>();

function foldLetter(letter: string): string {
  let plain = folded.get(letter);
  if (plain === undefined) {
    plain = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    folded.set(letter, (plain = plain.length === 1 ? plain : letter));
  }
  return plain;
}

/** Folds case and accents letter by letter, so that positions stay those of the original. Most letters need no table. */
const fold = (text: string): string =>
  text.replace(/[^\u0000-\u007f]/g, foldLetter).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Where terms occur at the beginning of words: start and end in UTF-16 units, in order, without overlaps. */
function findTerms(text: string, terms: readonly string[]): [start: number, end: number][] {
  const folded = fold(text);
  const hits: [number, number][] = [];
  for (const term of terms) {
    const needle = fold(term);
    for (
      let at = folded.indexOf(needle);
      at >= 0 && hits.length < 500;
      at = folded.indexOf(needle, at + needle.length)
    ) {
      const inner = isUnspaced(needle);
      if (!inner && /[\p{L}\p{N}]$/u.test(folded.slice(Math.max(at - 2, 0), at))) continue;
      const after = folded.slice(at + needle.length, at + needle.length + 50);
      const rest = inner ? "" : (/^[\p{L}\p{N}]*/u.exec(after)?.[0] ?? "");
      hits.push([at, at + needle.length + rest.length]);
    }
  }
  hits.sort(([a], [b]) => a - b);
  return hits.filter(([start], at) => at === 0 || start >= (hits[at - 1]?.[1] ?? 0));
}

/**
 * An HTML-safe excerpt of at most 255 characters around the first hit, hits in `<mark>` (RFC 8621 section 5). `null` when no term occurs.
 * `whole` keeps the beginning of the text, for subjects.
 */
export function highlight(text: string, terms: readonly string[], whole: boolean): string | null {
  const hits = findTerms(text, terms);
  const first = hits[0];
  if (!first) return null;
  const start = whole ? 0 : Math.max(first[0] - contextLength, 0);
  let out = "";
  let at = start;
  const room = (end: number) => end - start <= maxLength;
  for (const [from, to] of hits) {
    if (!room(to)) break;
    out += `${escapeHtml(text.slice(at, from))}<mark>${escapeHtml(text.slice(from, to))}</mark>`;
    at = to;
  }
  return out + escapeHtml(text.slice(at, Math.max(start + maxLength, at)));
}

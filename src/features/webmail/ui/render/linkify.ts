export type TextPiece = string | { text: string; href: string };

const longestLink = 2048;
const opening = "<([{\"'«“‘";
const closing = ".,;:!?\"'»”“’‘…>";
/** Characters that may follow a link within its word; a word of nothing but brackets must not be weighed again and again. */
const longestTail = 64;
const pairs: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

/**
 * Splits plain text into itself and its links: `http(s)` addresses, `www.` names and e-mail addresses, nothing else. One pass over words,
 * so that its time grows with the length of the text only.
 */
export function linkify(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let plain = "";
  for (const word of text.split(/(\s+)/)) {
    const link = linkIn(word);
    if (!link) {
      plain += word;
      continue;
    }
    plain += word.slice(0, link.start);
    if (plain) pieces.push(plain);
    pieces.push({ text: word.slice(link.start, link.end), href: link.href });
    plain = word.slice(link.end);
  }
  if (plain) pieces.push(plain);
  return pieces;
}

function linkIn(word: string): { start: number; end: number; href: string } | undefined {
  if (word.length > longestLink || !/[@:.]/.test(word)) return undefined;
  let start = Math.max(0, word.search(/https?:\/\//i));
  while (start < word.length && opening.includes(word.charAt(start))) start += 1;
  const end = endOf(word, start);
  const href = addressOf(word.slice(start, end));
  return href ? { start, end, href } : undefined;
}

/** Where the link ends: before the punctuation of the sentence and before a bracket that was opened outside of it. */
function endOf(word: string, start: number): number {
  let end = word.length;
  while (end > start && word.length - end < longestTail) {
    const last = word.charAt(end - 1);
    const opener = pairs[last];
    if (opener ? !isUnopened(word.slice(start, end), opener, last) : !closing.includes(last)) break;
    end -= 1;
  }
  return end;
}

const isUnopened = (text: string, opener: string, closer: string) =>
  text.split(closer).length > text.split(opener).length;

function addressOf(text: string): string | undefined {
  if (/^https?:\/\//i.test(text) || /^www\.[^.]+\./i.test(text)) {
    const url = URL.parse(/^www\./i.test(text) ? `https://${text}` : text);
    return url && !url.username && !url.password ? url.href : undefined;
  }
  const [local = "", domain = "", ...more] = text.replace(/^mailto:/i, "").split("@");
  const isAddress =
    more.length === 0 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(local) &&
    /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(domain);
  return isAddress ? `mailto:${encodeURIComponent(local)}@${domain}` : undefined;
}

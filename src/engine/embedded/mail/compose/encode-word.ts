/** Bytes of text in one encoded word: 45 bytes are 60 letters of base64, which keeps the word within 75 (RFC 2047 section 2). */
const maxWordBytes = 45;

const isPlain = (text: string) => /^[\x20-\x7e\t]*$/.test(text) && !text.includes("=?");

/** Encoded words in UTF-8, joined by fold points; no character is split between two words. */
function encodeWords(text: string): string {
  const words: string[] = [];
  let chunk = "";
  for (const letter of text) {
    if (Buffer.byteLength(chunk + letter) > maxWordBytes) {
      words.push(chunk);
      chunk = "";
    }
    chunk += letter;
  }
  words.push(chunk);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`).join(" ");
}

/** Unstructured header text, encoded when it must be. */
export const encodeText = (text: string): string => (isPlain(text) ? text : encodeWords(text));

/** A display name: an atom phrase, a quoted string, or encoded words. */
export function encodePhrase(text: string): string {
  if (!isPlain(text)) return encodeWords(text);
  if (/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*$/.test(text) && !/^\s|\s$|\s\s/.test(text)) return text;
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** A parameter such as `filename`: quoted when it is ASCII, else in RFC 2231's form. */
export function encodeParameter(name: string, value: string): string {
  const clean = value.replace(/[\r\n\0]/g, " ");
  if (/^[\x20-\x7e]*$/.test(clean)) return `${name}="${clean.replace(/["\\]/g, "\\$&")}"`;
  const escaped = encodeURIComponent(clean.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${name}*=utf-8''${escaped}`;
}

/** A header line, folded at white space to 78 letters where it can be, with its CRLF. */
export function headerLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = `${name}:`;
  for (const word of value.trim().split(/(?<=\S)(?=[ \t])/)) {
    const next = lines.length === 0 && line === `${name}:` ? `${line} ${word.trimStart()}` : line + word;
    if (next.length > 78 && line !== `${name}:`) {
      lines.push(line);
      line = ` ${word.trimStart()}`;
    } else line = next;
  }
  lines.push(line);
  return `${lines.join("\r\n")}\r\n`;
}

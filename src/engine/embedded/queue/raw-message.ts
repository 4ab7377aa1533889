/** Header block as Latin-1 text (one character per byte, so that nothing is changed by writing it back), body as bytes. */
type Halves = { header: string; body: Uint8Array };

function split(raw: Uint8Array): Halves {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (bytes[0] === 0x0d && bytes[1] === 0x0a) return { header: "", body: bytes };
  const end = bytes.indexOf("\r\n\r\n");
  return end < 0
    ? { header: bytes.toString("latin1").replace(/(?:\r\n)?$/, "\r\n"), body: Buffer.from("\r\n") }
    : { header: bytes.toString("latin1", 0, end + 2), body: bytes.subarray(end + 2) };
}

const fields = (header: string): string[] => header.match(/[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*/g) ?? [];

const nameOf = (field: string): string =>
  field
    .slice(0, Math.max(0, field.indexOf(":")))
    .trim()
    .toLowerCase();

/** Every line end as CRLF, as SMTP and DKIM need them; lone CR and lone LF become line ends. */
export function withCrLf(raw: Uint8Array): Uint8Array {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString("latin1");
  if (!/(^|[^\r])\n|\r(?!\n)/.test(text)) return raw;
  return Buffer.from(text.replace(/\r\n|\r|\n/g, "\r\n"), "latin1");
}

/** Takes whole fields out of the header; the rest stays byte for byte. */
export function withoutFields(raw: Uint8Array, isUnwanted: (name: string, value: string) => boolean): Uint8Array {
  const { header, body } = split(raw);
  const all = fields(header);
  const kept = all.filter((field) => !isUnwanted(nameOf(field), field.slice(field.indexOf(":") + 1)));
  return kept.length === all.length ? raw : Buffer.concat([Buffer.from(kept.join(""), "latin1"), body]);
}

/** Puts complete header lines, each with its CRLF, in front. */
export const withFields = (raw: Uint8Array, lines: string): Uint8Array =>
  Buffer.concat([Buffer.from(lines, "utf8"), raw]);

/** The unfolded values of all fields of a name, top first. */
export function fieldValues(raw: Uint8Array, name: string): string[] {
  return fields(split(raw).header)
    .filter((field) => nameOf(field) === name.toLowerCase())
    .map((field) =>
      field
        .slice(field.indexOf(":") + 1)
        .replace(/\r\n(?=[ \t])/g, "")
        .trim(),
    );
}

/** The header block alone, for a bounce. */
export const headerBlock = (raw: Uint8Array): string => split(raw).header;

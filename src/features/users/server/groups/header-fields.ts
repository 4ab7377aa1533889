/** A message as its header fields, each with its line ends, and the rest of it from the empty line on. */
export type SplitMessage = { fields: string[]; body: Buffer };

/** RFC 5322 section 2.2. Header bytes become one character each, so that what is not changed is written back as it was. */
export function splitMessage(raw: Uint8Array): SplitMessage {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const end = bytes.indexOf("\r\n\r\n");
  const header =
    end < 0 ? bytes.toString("latin1").replace(/(?:\r\n)?$/, "\r\n") : bytes.toString("latin1", 0, end + 2);
  return {
    fields: header.match(/[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*/g) ?? [],
    body: end < 0 ? Buffer.from("\r\n") : bytes.subarray(end + 2),
  };
}

export const fieldName = (field: string): string =>
  field
    .slice(0, Math.max(0, field.indexOf(":")))
    .trim()
    .toLowerCase();

/** The unfolded values of all fields of a name, top first. */
export const fieldValues = ({ fields }: SplitMessage, name: string): string[] =>
  fields
    .filter((field) => fieldName(field) === name)
    .map((field) =>
      Buffer.from(field.slice(field.indexOf(":") + 1).replaceAll(/\r\n(?=[ \t])/g, ""), "latin1")
        .toString("utf8")
        .trim(),
    );

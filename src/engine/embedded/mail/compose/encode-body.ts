/** A body in its transfer encoding. */
export type EncodedBody = { encoding: "7bit" | "quoted-printable" | "base64"; bytes: Uint8Array };

function encodeLine(line: Uint8Array): string {
  let out = "";
  let width = 0;
  for (let at = 0; at < line.length; at++) {
    const byte = line[at] ?? 0;
    const isLast = at === line.length - 1;
    const isBlank = byte === 32 || byte === 9;
    const plain = (byte >= 33 && byte <= 126 && byte !== 61) || (isBlank && !isLast);
    const text = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    if (width + text.length > 75) {
      out += "=\r\n";
      width = 0;
    }
    out += text;
    width += text.length;
  }
  return out;
}

/** Text with CRLF line ends, in the plainest encoding that carries it. */
export function encodeTextBody(text: string): EncodedBody {
  const normal = text.toWellFormed().replace(/\r\n|\r|\n/g, "\r\n");
  const lines = normal.split("\r\n");
  const isPlain =
    !/[^\t\r\n\x20-\x7e]/.test(normal) && lines.every((line) => line.length <= 990 && !line.startsWith("From "));
  if (isPlain) return { encoding: "7bit", bytes: Buffer.from(normal, "latin1") };
  const utf8 = Buffer.from(normal);
  // Text that is not mostly Latin would become three times as long.
  if (utf8.length > normal.length * 1.2) return encodeBinaryBody(utf8);
  const encoded = lines.map((line) => encodeLine(Buffer.from(line)));
  return { encoding: "quoted-printable", bytes: Buffer.from(encoded.join("\r\n"), "latin1") };
}

/** Bytes as base64 lines of 76 letters. */
export function encodeBinaryBody(bytes: Uint8Array): EncodedBody {
  const text = Buffer.from(bytes).toString("base64");
  return { encoding: "base64", bytes: Buffer.from(text.replace(/.{76}(?=.)/g, "$&\r\n"), "latin1") };
}

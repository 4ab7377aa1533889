const base64Value = new Int8Array(256).fill(-1);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((letter, value) => {
  base64Value[letter.charCodeAt(0)] = value;
});

/** Decodes base64, skipping everything outside its alphabet; a part that was cut off yields what is complete. Padding resets the group. */
export function decodeBase64(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.floor((bytes.length * 3) / 4) + 3);
  let length = 0;
  let group = 0;
  let bits = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const value = base64Value[byte] ?? -1;
    if (value < 0) {
      if (byte === 61) {
        group = 0;
        bits = 0;
      }
      continue;
    }
    group = ((group << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[length++] = (group >> bits) & 0xff;
    }
  }
  return out.subarray(0, length);
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  if (byte >= 65 && byte <= 70) return byte - 55;
  if (byte >= 97 && byte <= 102) return byte - 87;
  return -1;
}

/** Decodes quoted-printable (RFC 2045 section 6.7); broken escapes stay as they are, white space at line ends goes. */
export function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let lineContent = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 61) {
      const high = hexValue(bytes[at + 1]);
      const low = hexValue(bytes[at + 2]);
      if (high >= 0 && low >= 0) {
        out[length++] = high * 16 + low;
        lineContent = length;
        at += 2;
        continue;
      }
      let skip = at + 1;
      while (bytes[skip] === 32 || bytes[skip] === 9) skip++;
      if (bytes[skip] === 13 && bytes[skip + 1] === 10) skip++;
      if (bytes[skip] === 10 || skip >= bytes.length) {
        at = skip;
        lineContent = length;
        continue;
      }
    }
    if (byte === 10 || byte === 13) {
      length = Math.max(lineContent, 0);
      out[length++] = byte;
      lineContent = length;
      continue;
    }
    out[length++] = byte;
    if (byte !== 32 && byte !== 9) lineContent = length;
  }
  return out.subarray(0, length);
}

/** Undoes a Content-Transfer-Encoding; an unknown one means "as it is". */
export function decodeTransferEncoding(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding === "base64") return decodeBase64(bytes);
  if (encoding === "quoted-printable") return decodeQuotedPrintable(bytes);
  return bytes;
}

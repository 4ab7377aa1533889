/** As many octets of UTF-8 as every file system takes, with some to spare for " (1)". */
const longest = 240;

/** Names that mean a device on Windows, whatever ending they have. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

const octets = (text: string) => Buffer.byteLength(text);

/** Cuts the begin rather than the ending, between two characters. */
function shorten(name: string): string {
  if (octets(name) <= longest) return name;
  const ending = /\.[^.]{1,20}$/u.exec(name)?.[0] ?? "";
  const begin = [...name.slice(0, name.length - ending.length)];
  let room = longest - octets(ending);
  const kept = begin.slice(
    0,
    begin.findIndex((character) => (room -= octets(character)) < 0),
  );
  return kept.join("") + ending;
}

/**
 * The name under which an attachment is saved: it cannot deceive, has no folders, breaks out of nothing (RFC 6266 section 4.3) and can be
 * stored by every system.
 */
export function attachmentName(name: string): string {
  const plain = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, "_")
    .trim()
    .replace(/^[.-]+/, "_")
    .replace(/[. ]+$/, "")
    .replace(device, "_$&");
  return shorten(plain) || "attachment";
}

/** As many UTF-16 units as every file system takes. */
const longest = 200;

/** The name under which an attachment is saved: it cannot deceive and has no folders (RFC 6266 section 4.3); a character that a cut halves is replaced. */
export function attachmentName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, "_").replace(/^\.+/, "_");
  return plain.slice(0, longest).toWellFormed() || "attachment";
}

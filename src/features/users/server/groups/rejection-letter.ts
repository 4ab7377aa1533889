type Rejection = { group: string; sender: string; subject: string; word: string; messageId: string; at: Date };

const oneLine = (text: string) => text.replaceAll(/\p{Cc}+/gu, " ").trim();
/** RFC 2047 section 2: an encoded word has at most 75 characters, so that a long subject is several. */
const encoded = (text: string) =>
  (oneLine(text).match(/.{1,15}/gu) ?? [])
    .map((part) => `=?UTF-8?B?${Buffer.from(part).toString("base64")}?=`)
    .join("\r\n ");

/** Word to the sender of a rejected post: an answer by a program, which no other program answers (RFC 3834). */
export function rejectionLetter({ group, sender, subject, word, messageId, at }: Rejection): Buffer<ArrayBuffer> {
  const lines = [
    `From: ${group}`,
    `To: ${sender}`,
    `Subject: ${encoded(`Re: ${subject}`.slice(0, 200))}`,
    `Date: ${at.toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${messageId}>`,
    "Auto-Submitted: auto-replied",
    `X-Loop: ${group}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...(Buffer.from(`${word.replaceAll(/\r\n|\r|\n/g, "\r\n")}\r\n`)
      .toString("base64")
      .match(/.{1,76}/g) ?? []),
    "",
  ];
  return Buffer.from(lines.join("\r\n"), "latin1");
}

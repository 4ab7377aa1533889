import type { EventDetails } from "./engine-event";

const longest = 500;
const shape = /^(?:(?:smtp;\s*)?([2-5]\d\d)[ -])?(?:([245]\.\d{1,3}\.\d{1,3})(?:\s+|$))?([^]*)$/i;

/** Text from outside on one line that can be kept. */
export const oneLine = (text: string, max = longest): string =>
  text
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, max);

/** Takes a reply of an SMTP server apart (RFC 5321 section 4.2, RFC 3463): `550 5.1.1 No such user`. The text keeps no codes. */
export function readReply(text: string): Pick<EventDetails, "code" | "enhancedCode" | "reply"> {
  const [, code, enhancedCode, rest = ""] = shape.exec(oneLine(text)) ?? [];
  return {
    ...(code ? { code: Number(code) } : {}),
    ...(enhancedCode ? { enhancedCode } : {}),
    ...(rest ? { reply: rest } : {}),
  };
}

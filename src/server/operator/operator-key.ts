import type { SecretBox } from "../secret-box";

/** How long a key lets somebody in, and how long they stay; milliseconds. */
export const keyMs = 10 * 60_000;
export const stayMs = 60 * 60_000;

const purpose = { key: "operator key", stay: "operator stay" } as const;
type Kind = keyof typeof purpose;

/** What lets the operator in (`key`, typed once) or keeps them in (`stay`, a cookie): nothing is stored, it is sealed and carries its own end. */
export const mintOperator = (box: SecretBox, kind: Kind, now: Date): string =>
  box.seal(String(now.getTime() + (kind === "key" ? keyMs : stayMs)), purpose[kind]);

/** Whether `text` was sealed here for that, and its time is not over. Never throws. */
export function isOperator(box: SecretBox, kind: Kind, text: string, now: Date): boolean {
  try {
    return Number(box.open(text, purpose[kind])) > now.getTime();
  } catch {
    return false;
  }
}

import { SubmissionRefused } from "../seams";

/** The longest hold, in seconds: seven days, the default of `x:MtaExtensions.futureRelease` for those who signed in. */
export const maxHold = 7 * 86_400;

/**
 * When a submission is due by the MAIL parameters `HOLDFOR` (seconds) or `HOLDUNTIL` (RFC 3339, or Unix seconds), RFC 4865.
 * Throws `SubmissionRefused` `forbiddenMailFrom` with the 501 text for values that are none or too far ahead.
 */
export function readFutureRelease(parameters: Record<string, string | null> | null, now: Date): Date {
  const find = (name: string) => Object.entries(parameters ?? {}).find(([key]) => key.toUpperCase() === name)?.[1];
  const holdFor = find("HOLDFOR");
  const holdUntil = find("HOLDUNTIL");
  if (holdFor == null && holdUntil == null) return now;
  const refuse = (text: string) => new SubmissionRefused("forbiddenMailFrom", `501 5.5.4 ${text}`);
  if (holdFor != null && holdUntil != null) throw refuse("HOLDFOR and HOLDUNTIL exclude each other.");
  if (holdFor != null && !/^\d{1,9}$/.test(holdFor)) throw refuse("HOLDFOR must be a number of seconds.");
  const at =
    holdFor != null
      ? now.getTime() + Number(holdFor) * 1000
      : /^\d{9,11}$/.test(holdUntil as string)
        ? Number(holdUntil) * 1000
        : Date.parse(holdUntil as string);
  if (Number.isNaN(at)) throw refuse("HOLDUNTIL must be a date and time.");
  if (at - now.getTime() > maxHold * 1000) throw refuse("Requested hold time exceeds maximum.");
  return new Date(Math.max(at, now.getTime()));
}

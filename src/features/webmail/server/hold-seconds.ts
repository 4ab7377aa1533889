import { AppError } from "~/lib/errors";

/** Longer than the page offers to take it back, so that whoever clicks in the last moment is not told that it is too late. */
export const undoMarginSeconds = 3;
const longestSeconds = 7 * 24 * 60 * 60;

/** For how long the mail server has to hold a message. Throws `request.invalid` for a time that is past or too far away. */
export function holdSeconds(now: Date, { sendAt, undoSeconds = 0 }: { sendAt?: string; undoSeconds?: number }): number {
  const undo = undoSeconds > 0 ? undoSeconds + undoMarginSeconds : 0;
  if (sendAt === undefined) return undo;
  const wait = Math.ceil((Date.parse(sendAt) - now.getTime()) / 1000);
  if (wait <= 0 || wait > longestSeconds)
    throw new AppError("request.invalid", {
      issues: [{ path: "sendAt", message: "Choose a time within the next seven days." }],
    });
  return Math.max(undo, wait);
}

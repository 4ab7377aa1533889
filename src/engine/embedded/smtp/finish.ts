import type { EmitEvent } from "../seams";
import { SmtpFailure } from "./smtp-failure";

type Callback<T> = (error?: Error | null, answer?: T) => void;

/** Answers an SMTP command with what a handler returns or throws. What is not an `SmtpFailure` is our fault: 451, try again. */
export function createFinish(emit: EmitEvent, now: () => Date) {
  const run = async <T>(callback: Callback<T>, handler: () => T | Promise<T>): Promise<void> => {
    let answer: T;
    try {
      answer = await handler();
    } catch (error) {
      if (error instanceof SmtpFailure) return callback(error);
      emit({ type: "smtp.error", createdAt: now(), data: { reason: String(error) } });
      return callback(new SmtpFailure(451, "4.3.0 Something went wrong here, try again later"));
    }
    callback(null, answer);
  };
  return <T>(callback: Callback<T>, handler: () => T | Promise<T>): void => void run(callback, handler);
}

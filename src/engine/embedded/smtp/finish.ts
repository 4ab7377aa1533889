import { SmtpFailure } from "./smtp-failure.ts";

type Callback<T> = (error?: Error | null, answer?: T) => void;

/** Runs a handler and answers with what it returns or throws. What is not an `SmtpFailure` is our fault: 451, try again. */
export async function finish<T>(callback: Callback<T>, handler: () => T | Promise<T>): Promise<void> {
  try {
    const answer = await handler();
    callback(null, answer);
  } catch (error) {
    if (error instanceof SmtpFailure) return callback(error);
    console.error("smtp: handler failed", error);
    callback(new SmtpFailure(451, "4.3.0 Something went wrong here, try again later"));
  }
}

import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { EngineError } from "../engine-error.ts";

/** The server said that it did not even begin: 429, 503, or 400 with a concurrency `limit`. */
export class Busy extends Error {
  constructor(
    readonly detail: string,
    /** What `Retry-After` asked for. */
    readonly retryAfterMs = 0,
  ) {
    super(detail);
  }
}

const attempts = 6;
const firstDelayMs = 80;
const longestDelayMs = 3_000;

/** A random delay below an exponentially growing bound, so that callers who were refused together do not come back together. */
export const jitter = (attempt: number, firstMs: number, longestMs: number) =>
  randomInt(1_000_000) * 1e-6 * Math.min(longestMs, firstMs * 2 ** attempt);

/** Repeats what was refused as `Busy`, at most five times. Throws `unavailable` when the server stays busy. */
export async function retryBusy<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      if (attempt + 1 >= attempts || error.retryAfterMs > longestDelayMs) {
        throw new EngineError("unavailable", `still busy after ${attempt + 1} attempts: ${error.detail}`);
      }
      await pause(error.retryAfterMs + firstDelayMs / 4 + jitter(attempt, firstDelayMs, longestDelayMs));
    }
  }
}

import type { EngineError } from "../engine-error.ts";

type Fields = { action: string; result: string; duration_ms: number; method: string; detail: string };

/** Where the adapter writes; the server's own log fits. */
export type EngineLog = Record<"debug" | "warn", (message: string, fields: Fields) => void>;

/** One line for a request that failed: what an operator has to know as a warning, what a caller expects as detail. */
export function logFailure(
  log: EngineLog | undefined,
  { failure, detail }: EngineError,
  { method, url }: { method: string; url: string },
  duration: number,
) {
  const level = failure === "unavailable" || failure === "unknownOutcome" ? "warn" : "debug";
  // Without the query, which may hold what somebody searched for.
  const action = `engine ${url.replace(/^https?:\/\/[^/]+/, "").split("?")[0]}`;
  log?.[level]("the mail engine did not do what was asked", {
    ...{ action, method, detail: detail.slice(0, 500) },
    result: failure,
    duration_ms: Math.round(duration),
  });
}

import { errorBody } from "../rest/error-body";
import { restStatus } from "../rest/rest-status";
import { failureOf } from "../trpc";

/** Where our own pages call procedures. */
export const trpcPrefix = "/api/trpc/";

/** RFC 9110 section 10.2.3, for whoever was told to wait. */
export function retryAfter(errors: readonly { cause?: unknown }[]): Record<string, string> {
  const seconds = Math.max(0, ...errors.map(({ cause }) => failureOf(cause)?.details.retryAfterSeconds ?? 0));
  return seconds > 0 ? { "retry-after": String(seconds) } : {};
}

/** The answer to a request that failed before or beside its procedure: the shape that procedures answer with, and nothing of the cause. */
export function answerFailure(error: unknown, pathname: string): { response: Response; key: string } {
  const failure = failureOf(error);
  const key = failure?.key ?? "unexpected";
  const { error: body } = errorBody({ key, ...failure?.details });
  // Our own pages read it from there, whether a procedure failed or what stands before it.
  const data = pathname.startsWith(trpcPrefix) ? { data: { failure: { key, ...failure?.details } } } : {};
  const headers = retryAfter([{ cause: failure }]);
  return { key, response: Response.json({ error: { ...body, ...data } }, { status: restStatus(key), headers }) };
}

import { availableParallelism } from "node:os";
import { AppError } from "~/lib/errors";
import { createGate } from "~/lib/gate";

const longestLine = 64;

/**
 * Where a sign-in waits before anything is looked up for it, so that a burst of them is refused or put off at the price of reading the
 * request. One more is let in than may hash at a time, so that one's rows are read and written while another's password is hashed; more
 * than that would only keep other requests waiting. Throws `request.too_many`.
 */
export const inSignInLine = createGate(Math.max(2, availableParallelism()), (waiting) => {
  if (waiting >= longestLine) throw new AppError("request.too_many", { retryAfterSeconds: 5 });
});

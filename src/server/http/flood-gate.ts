import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "~/lib/errors";
import type { Context } from "../context";
import { networkOf } from "../network-of";

/** Behind one address there may be a whole company: who has signed in is counted alone, and may click quickly. */
const signedInFactor = 10;

export type FloodLimit = { max: number; windowSeconds: number };

/**
 * Counts requests for pages and data, of strangers by address, of people who are signed in by session. Kept in this process, so that it
 * costs no round trip and depends on nothing. Throws `request.too_many`.
 */
export function createFloodGate({ max, windowSeconds }: FloodLimit): (context: Context) => Promise<void> {
  const strangers = new RateLimiterMemory({ points: max, duration: windowSeconds });
  const sessions = new RateLimiterMemory({ points: max * signedInFactor, duration: windowSeconds });
  return async ({ ip, member, mailbox }) => {
    const sessionId = member?.sessionId ?? mailbox?.sessionId;
    try {
      await (sessionId ? sessions.consume(sessionId) : strangers.consume(networkOf(ip)));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new AppError("request.too_many", { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
    }
  };
}

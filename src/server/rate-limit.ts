import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "~/lib/errors";
import type { Kv } from "./kv";
import type { Log } from "./log";
import { limits, type Limit, type RateLimitRule } from "./limits";
import { networkOf, wideNetworkOf } from "./network-of";

/** Counts one use. Throws `request.too_many` when the rule is used up, `service.unavailable` when the count cannot be kept. */
export type RateLimit = (rule: RateLimitRule, key: string) => Promise<void>;

/** What is counted for a key: of an address the network that it is in, by the rule's ending. */
function countedFor(rule: RateLimitRule, key: string): string {
  if (rule.endsWith(".ip")) return networkOf(key);
  return rule.endsWith(".network") ? wideNetworkOf(key) : key;
}

/** Shared by all processes through Redis when there is one; otherwise in this process. Without its store it refuses, never allows. */
export function createRateLimit({ redis }: Pick<Kv, "redis">, log?: Log): RateLimit {
  const made = new Map<RateLimitRule, RateLimiterAbstract[]>();
  const make = (rule: RateLimitRule) => {
    const windows: readonly Limit[] = [limits[rule]].flat();
    // The longest first: who has to wait a day is not told of five minutes.
    return windows
      .toSorted((one, other) => other.duration - one.duration)
      .map((limit) => {
        const options = { ...limit, keyPrefix: `limit:${rule}:${limit.duration}` };
        // A store that is away is not waited for.
        return redis
          ? new RateLimiterRedis({ ...options, storeClient: redis, rejectIfRedisNotReady: true })
          : new RateLimiterMemory(options);
      });
  };
  return async (rule, key) => {
    const counted = countedFor(rule, key);
    if (!made.has(rule)) made.set(rule, make(rule));
    for (const limiter of made.get(rule)!)
      try {
        await limiter.consume(counted);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw new AppError("service.unavailable", {}, { cause: refusal });
        // Once a window, and of keys only what is no name: whoever looks after the server sees guessing and spraying begin.
        if (refusal.consumedPoints === limiter.points + 1)
          log?.warn("a limit is reached", {
            rule,
            seconds: limiter.duration,
            ...(counted === key ? {} : { ip: counted }),
          });
        throw new AppError("request.too_many", { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
      }
  };
}

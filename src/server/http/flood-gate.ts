import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "~/lib/errors";
import type { Kv } from "../kv";
import { networkOf } from "../network-of";
import { bearerOf } from "../rest/bearer";
import type { Services } from "../services";
import { readCookies, sessionCookies } from "../session-cookies";
import type { Exchange } from "./exchange";

/** Behind one address there may be a whole company: who has signed in is counted alone, and may click quickly; programs work quickly. */
const knownFactor = 10;

export type FloodLimit = { max: number; windowSeconds: number };

/**
 * Counts requests for pages and data before anything is looked up for them: of strangers by network, of people who are signed in by session,
 * of programs by network. Shared by all processes through Redis. It holds back floods and guards no secret, so while Redis is away
 * each process counts by itself; the limits that guard something (`rate-limit.ts`) refuse then. Throws `request.too_many`.
 */
export function createFloodGate(
  { accessTokens, now, platform }: Pick<Services, "accessTokens" | "now" | "platform">,
  { redis }: Pick<Kv, "redis">,
  { max, windowSeconds }: FloodLimit,
) {
  const counter = (points: number, keyPrefix: string) => {
    const options = { points, duration: windowSeconds, keyPrefix: `flood:${keyPrefix}` };
    const alone = new RateLimiterMemory(options);
    if (!redis) return alone;
    const shared = { ...options, storeClient: redis, rejectIfRedisNotReady: true, inMemoryBlockOnConsumed: points };
    return new RateLimiterRedis({ ...shared, insuranceLimiter: alone });
  };
  const strangers = counter(max, "stranger");
  const sessions = counter(max * knownFactor, "session");
  const programs = counter(max * knownFactor, "program");

  /** Of an access token that we signed, which costs no look-up; without one, whoever has to be looked up is a stranger until then. */
  const sessionOf = (request: Request): string | undefined => {
    const cookie = readCookies(request, platform.secureCookies);
    return (
      Object.values(sessionCookies)
        .map(({ access }) => cookie(access))
        .map((token) => token && accessTokens.sessionOf(token, now()))
        .find((sessionId) => !!sessionId) || undefined
    );
  };

  return async ({ request, ip }: Pick<Exchange, "request" | "ip">): Promise<null> => {
    const isProgram = bearerOf(request) !== undefined;
    const session = isProgram ? undefined : sessionOf(request);
    try {
      if (session) await sessions.consume(session);
      else await (isProgram ? programs : strangers).consume(networkOf(ip));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new AppError("request.too_many", { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
    }
    return null;
  };
}

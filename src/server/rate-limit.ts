import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "~/lib/errors";
import type { Kv } from "./kv";
import { networkOf } from "./network-of";

/** Rules by name: how many times in how many seconds. Keys are an address, an account or a tenant, named by the caller. */
const rules = {
  "sign-up.ip": { points: 10, duration: 3600 },
  "sign-in.ip": { points: 30, duration: 300 },
  "sign-in.account": { points: 10, duration: 300 },
  "sign-in.device": { points: 10, duration: 300 },
  "second-factor.minute": { points: 5, duration: 60 },
  "second-factor.hour": { points: 15, duration: 3600 },
  "second-factor.day": { points: 40, duration: 86_400 },
  "provider.ip": { points: 60, duration: 300 },
  "provider.visit": { points: 1, duration: 600 },
  /** Opening links that were mailed, and asking for them: by network, by person, and how often a password may be guessed at one. */
  "link.ip": { points: 60, duration: 600 },
  "link.person": { points: 5, duration: 1800 },
  "link.password": { points: 10, duration: 600 },
  "reset.ip": { points: 15, duration: 1800 },
  "reset.account": { points: 5, duration: 1800 },
  "domain-check": { points: 1, duration: 10 },
  "invite.tenant": { points: 50, duration: 3600 },
  "invite.address": { points: 5, duration: 3600 },
  "invitation.ip": { points: 60, duration: 600 },
  "webhook-test": { points: 60, duration: 300 },
  "tenant-create": { points: 5, duration: 86_400 },
  "tenant-export": { points: 5, duration: 3600 },
  "export.member": { points: 30, duration: 3600 },
  "send.mailbox": { points: 100, duration: 3600 },
} as const;

export type RateLimitRule = keyof typeof rules;
/** Counts one use. Throws `request.too_many` when the rule is used up, `service.unavailable` when the count cannot be kept. */
export type RateLimit = (rule: RateLimitRule, key: string) => Promise<void>;

/** Shared by all processes through Redis when there is one; otherwise in this process. Without its store it refuses, never allows. */
export function createRateLimit(kv: Kv): RateLimit {
  const limiters = new Map(
    Object.entries(rules).map(([name, rule]) => {
      const options = { ...rule, keyPrefix: `limit:${name}` };
      return [
        name,
        kv.redis ? new RateLimiterRedis({ ...options, storeClient: kv.redis }) : new RateLimiterMemory(options),
      ];
    }),
  );
  return async (rule, key) => {
    try {
      await limiters.get(rule)!.consume(rule.endsWith(".ip") ? networkOf(key) : key);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes)
        throw new AppError("request.too_many", { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
      throw new AppError("service.unavailable", {}, { cause: refusal });
    }
  };
}

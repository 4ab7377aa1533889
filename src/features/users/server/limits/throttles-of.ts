import type { EngineThrottle } from "~/engine/engine-directory";
import { sendWindows } from "~/server/plan-counter";

type Windows<T> = { hour: T; day: T };

/** A domain as the mail server's limits need it. */
export type ThrottledDomain = {
  id: string;
  name: string;
  domain: Windows<number | null>;
  tenant: Windows<number>;
  /** What the plan allows one mailbox user. */
  plan: Windows<number>;
  /** Those who may send less than the plan says. */
  users: { id: string; address: string; own: Windows<number | null> }[];
};

/**
 * How many recipients a mail program may write to at once: the guard looks at what was sent, so this bounds what a stolen password sends before
 * it has looked. Windows begin at multiples of their length there; two lengths, so that hardly any moment is an edge of both.
 */
const burst = { count: 95, periods: [60, 67] } as const;

/** How the names of a domain's throttles begin. */
export const throttlePrefix = (domainId: string) => `send ${domainId} `;

/** The domain in the name of a throttle of ours, or `null` for another's. */
export const domainOfThrottle = (name: string): string | null => /^send ([0-9a-f-]{36}) /.exec(name)?.[1] ?? null;

/**
 * What the mail server is told of a domain's limits. It counts recipients by itself, in the same hours and days, and so stops mail programs
 * without asking the panel; the panel's own count stops the webmail before. A tenant with several domains is held to its whole limit in each of
 * them there: the sum is the panel's to know.
 */
export function throttlesOf({ id, name, domain, tenant, plan, users }: ThrottledDomain): EngineThrottle[] {
  const prefix = throttlePrefix(id);
  const limits = (["hour", "day"] as const).flatMap((window): EngineThrottle[] => {
    // A limit of none would be no limit at all there.
    const common = (what: string, count: number) => ({
      ...{ name: `${prefix}${what} ${window}`, count: Math.max(1, count) },
      periodSeconds: sendWindows[window].ms / 1000,
    });
    const lower = users.filter(({ own }) => (own[window] ?? Infinity) < plan[window]);
    return [
      { ...common("each", plan[window]), sender: { eachOf: name } },
      { ...common("all", Math.min(domain[window] ?? Infinity, tenant[window])), sender: { domain: name } },
      ...lower.map((user) => ({
        ...common(`user ${user.id}`, user.own[window] ?? 1),
        sender: { address: user.address },
      })),
    ];
  });
  const bursts = burst.periods.map((periodSeconds): EngineThrottle => ({
    ...{ name: `${prefix}burst ${periodSeconds}`, count: burst.count, periodSeconds },
    ...{ sender: { eachOf: name }, isForPrograms: true },
  }));
  return [...limits, ...bursts];
}

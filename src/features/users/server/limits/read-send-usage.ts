import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { mailUsers, rateLimits } from "../../../../../db/schema";
import { type SendCounter, sendCounters } from "~/server/plan-counter";
import type { SendUsage } from "../../schema/limits";
import type { WindowLimits } from "./send-limits-of";

/** Sums of counters by the names of their rows. */
export type Counted = (counter: SendCounter) => number;

/** Reads counters in one statement. What is used is the greater of what was promised and what the mail server saw. */
export const readCounted = (tx: Transaction, tenantId: string, counters: readonly SendCounter[]): Promise<Counted> =>
  read(tx, tenantId, counters, inArray(rateLimits.name, namesOf(counters)));

/** Stands for the id of a domain that only the database knows yet. */
const itsDomain = "?";

/** The same of one mailbox user, the domain and the tenant, before it is known which domain that is. */
export function readUserCounted(
  tx: Transaction,
  { tenantId, mailUserId, at }: { tenantId: string; mailUserId: string; at: Date },
): Promise<Counted> {
  const counters = sendCounters({ mailUserId, domainId: itsDomain }, at);
  const domainId = sql`(select ${mailUsers.domainId}::text from ${mailUsers} where ${mailUsers.id} = ${mailUserId})`;
  const names = namesOf(counters).map((name) => sql`replace(${name}, ${itsDomain}, ${domainId})`);
  return read(tx, tenantId, counters, sql`${rateLimits.name} in (${sql.join(names, sql`, `)})`);
}

const namesOf = (counters: readonly SendCounter[]) =>
  counters.flatMap(({ claimed, submitted }) => [claimed, submitted]);

async function read(
  tx: Transaction,
  tenantId: string,
  counters: readonly SendCounter[],
  isNamed: SQL | undefined,
): Promise<Counted> {
  const starts = new Map(counters.map(({ windowStart }) => [windowStart.getTime(), windowStart])).values();
  const rows = await tx
    .select({ name: rateLimits.name, windowStart: rateLimits.windowStart, count: rateLimits.count })
    .from(rateLimits)
    .where(and(eq(rateLimits.tenantId, tenantId), isNamed, inArray(rateLimits.windowStart, [...starts])));
  const keyOf = (name: string, at: Date) => `${name} ${at.getTime()}`;
  const counts = new Map(rows.map(({ name, windowStart, count }) => [keyOf(name, windowStart), count]));
  return ({ claimed, submitted, windowStart }) =>
    Math.max(...[claimed, submitted].map((name) => counts.get(keyOf(name, windowStart)) ?? 0));
}

/** What is left of the limits of one scope. */
export function usageOf(
  counters: readonly SendCounter[],
  scope: SendCounter["scope"],
  limits: WindowLimits,
  counted: Counted,
): SendUsage {
  const allowance = (window: "hour" | "day") => {
    const counter = counters.find((one) => one.scope === scope && one.window === window)!;
    const [limit, used] = [limits[window], counted(counter)];
    return {
      limit,
      used,
      left: limit === null ? null : Math.max(0, limit - used),
      roomAt: counter.endsAt.toISOString(),
    };
  };
  return { hour: allowance("hour"), day: allowance("day") };
}

import { type SQL, sql } from "drizzle-orm";
import type { StatsRange } from "../../schema/stats";

/** How many buckets a range has, and how long each is. */
const shapes = {
  day: { unit: "hour", count: 24 },
  week: { unit: "day", count: 7 },
  month: { unit: "day", count: 30 },
} as const satisfies Record<StatsRange, { unit: string; count: number }>;

/** The buckets of a range that ends now, where `timeZone` is. `last` is the begin of the last one by the clock there, `since` the instant at which the first begins. */
export function bucketsOf(range: StatsRange, now: Date, timeZone: string) {
  const { unit, count } = shapes[range];
  const last = sql`date_trunc(${unit}, ${now.toISOString()}::timestamptz at time zone ${timeZone})`;
  const step = unit === "hour" ? sql`interval '1 hour'` : sql`interval '1 day'`;
  const before = (buckets: number): SQL => sql`(${last} - ${step} * ${buckets}::int)`;
  return { unit, count, last, step, before, since: sql`${before(count - 1)} at time zone ${timeZone}` };
}

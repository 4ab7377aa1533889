import { sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { rateLimits } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type SendCounter, sendCounters } from "~/server/plan-counter";
import { sendLimitsOf } from "./send-limits-of";

type Claim = { tenantId: string; mailUserId: string; recipients: number; at: Date };

const whose = { user: "one mailbox", domain: "the domain", tenant: "the plan" };

/**
 * Counts the recipients of a message before it is handed to the mail server, in the hour and the day of its user, its domain and its tenant at
 * once, in the transaction that claims the message: all are kept or none. However many send at once, no sum exceeds its limit; what mail
 * programs sent counts as soon as the mail server told of it. Throws `submission.limit_…` with the limit that is free again last and, unless
 * the message is too much for any window, the seconds until then; `user.not_found`.
 */
export async function claimRecipients(tx: Transaction, { tenantId, mailUserId, recipients, at }: Claim): Promise<void> {
  const limits = await sendLimitsOf(tx, tenantId, mailUserId);
  if (!limits) throw new AppError("user.not_found");
  const counters = sendCounters({ domainId: limits.domainId, mailUserId }, at);
  const limitOf = ({ scope, window }: SendCounter) => limits[scope][window] ?? Infinity;
  const hopeless = counters.filter((counter) => recipients > limitOf(counter));
  if (hopeless.length > 0) throw refusalOf(hopeless.map((counter) => ({ counter, max: limitOf(counter) })));
  const sums = await addClaims(tx, { tenantId, counters, recipients });
  const full = counters.filter((counter) => (sums.get(counter.claimed) ?? 0) > limitOf(counter));
  if (full.length > 0)
    throw refusalOf(
      full.map((counter) => ({ counter, max: limitOf(counter) })),
      at,
    );
}

/** Adds to all counters in one statement, each from the greater of what was claimed and what was seen; the new sums by name. */
async function addClaims(
  tx: Transaction,
  { tenantId, counters, recipients }: { tenantId: string; counters: SendCounter[]; recipients: number },
): Promise<Map<string, number>> {
  const rows = counters
    .map(({ claimed, submitted, windowStart }) => ({
      ...{ id: Bun.randomUUIDv7(), claimed, submitted, window_start: windowStart.toISOString() },
    }))
    // In one order for all, so that two who send do not wait for each other in a circle.
    .sort((a, b) => (a.claimed < b.claimed ? -1 : 1));
  const found = await tx.execute<{ name: string; count: number }>(sql`
    insert into ${rateLimits} (id, tenant_id, name, window_start, count)
    select wanted.id, ${tenantId}::uuid, wanted.claimed, wanted.window_start, coalesce(seen.count, 0) + ${recipients}::int
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as wanted(id uuid, claimed text, submitted text, window_start timestamptz)
    left join ${rateLimits} seen on seen.tenant_id = ${tenantId}::uuid and seen.name = wanted.submitted
      and seen.window_start = wanted.window_start
    order by wanted.claimed
    on conflict (tenant_id, name, window_start)
      do update set count = greatest(rate_limits.count + ${recipients}::int, excluded.count)
    returning name, count`);
  return new Map([...found].map(({ name, count }) => [name, Number(count)]));
}

/** Named after the limit that is free again last: before that no other matters. Without `at` it never will be. */
function refusalOf(full: { counter: SendCounter; max: number }[], at?: Date): AppError {
  const [worst] = full.sort((a, b) => b.counter.endsAt.getTime() - a.counter.endsAt.getTime() || a.max - b.max);
  const { counter, max } = worst!;
  const reason = `It is ${max} recipients within one ${counter.window} for ${whose[counter.scope]}.`;
  const seconds = at && Math.ceil((counter.endsAt.getTime() - at.getTime()) / 1000);
  return new AppError(`submission.limit_${counter.scope}_${counter.window}`, {
    ...{ max, reason },
    ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
  });
}

import { sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { rateLimits } from "../../../../../db/schema";
import { sendCounters } from "~/server/plan-counter";

/** One message that the mail server took from somebody who had signed in to it, by webmail or by a program. */
export type Submitted = {
  tenantId: string;
  domainId: string;
  mailUserId: string;
  /** How many it was addressed to. */
  recipients: number;
  /** When it was taken. */
  at: Date;
};

/**
 * Counts what the mail server saw, each message once (the caller keeps repetitions away), in the hour and the day of its user, its domain and
 * its tenant. Kept beside what the webmail claimed before it sent: a message of the webmail is in both, one of a mail program in this alone.
 * So what is used of a window is the greater of the two, and each new claim begins from there. Messages of one tenant at a time.
 */
export async function countSubmitted(tx: Transaction, submitted: Submitted | readonly Submitted[]): Promise<void> {
  const sums = new Map<string, { tenantId: string; name: string; windowStart: Date; count: number }>();
  for (const { tenantId, recipients, at, ...ids } of [submitted].flat() as Submitted[])
    for (const { submitted: name, windowStart } of sendCounters(ids, at)) {
      const key = `${name} ${windowStart.getTime()}`;
      const known = sums.get(key) ?? { tenantId, name, windowStart, count: 0 };
      sums.set(key, { ...known, count: known.count + recipients });
    }
  if (sums.size === 0) return;
  // In one order for all, so that two who count do not wait for each other in a circle.
  const rows = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  await tx
    .insert(rateLimits)
    .values(rows)
    .onConflictDoUpdate({
      target: [rateLimits.tenantId, rateLimits.name, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + excluded.count` },
    });
}

import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { jobs } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";

/** What fills up within these minutes is one mail, … */
const gatherMs = 2 * 60_000;
/** … and within an hour there is no other. */
const pauseMs = 3_600_000;

/** Has those who look after a tenant told which mailboxes are full or nearly, in one mail for all that is asked for until then. */
export async function askAlert(tx: Transaction, tenantId: string, now: Date): Promise<void> {
  const over = and(eq(jobs.name, "quota.alert"), eq(jobs.key, tenantId), isNotNull(jobs.finishedAt));
  const [last] = await tx
    .select({ at: jobs.finishedAt })
    .from(jobs)
    .where(over)
    .orderBy(desc(jobs.finishedAt))
    .limit(1);
  const earliest = last?.at ? last.at.getTime() + pauseMs : 0;
  const runAt = new Date(Math.max(now.getTime() + gatherMs, earliest));
  await enqueue(tx, "quota.alert", { tenantId }, { key: tenantId, runAt });
}

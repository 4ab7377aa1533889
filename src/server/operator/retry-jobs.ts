import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { jobs } from "../../../db/schema";
import type { Log } from "../log";

/**
 * Makes dead jobs due again, with all their attempts: one by id, or up to 1,000 of a name or of all. One whose work was asked for anew
 * meanwhile is finished instead, since that row carries on. Returns how many are due now.
 */
export async function retryJobs(
  { db, log }: { db: Database; log: Log },
  which: { id?: string; name?: string },
): Promise<number> {
  const isWanted = and(
    eq(jobs.state, "dead"),
    which.id ? eq(jobs.id, which.id) : undefined,
    which.name ? eq(jobs.name, which.name) : undefined,
  );
  const count = await db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: jobs.id, name: jobs.name, key: jobs.key })
      .from(jobs)
      .where(isWanted)
      .limit(1000)
      .for("update");
    const taken = await tx
      .select({ name: jobs.name, key: jobs.key })
      .from(jobs)
      .where(and(eq(jobs.state, "pending"), inArray(jobs.key, [...new Set(rows.map(({ key }) => key)), ""])));
    const seen = new Set(taken.map(({ name, key }) => `${name} ${key}`));
    const due = rows.filter(({ name, key }) => !seen.has(`${name} ${key}`) && seen.add(`${name} ${key}`));
    const again = new Set(due.map(({ id }) => id));
    const over = rows.filter(({ id }) => !again.has(id));
    if (over.length > 0)
      await tx
        .update(jobs)
        .set({ state: "done" })
        .where(
          inArray(
            jobs.id,
            over.map(({ id }) => id),
          ),
        );
    if (due.length > 0)
      await tx
        .update(jobs)
        .set({ state: "pending", attempts: 0, runAt: sql`now()`, finishedAt: null })
        .where(inArray(jobs.id, [...again]));
    return due.length;
  });
  if (count > 0) log.info("dead jobs are due again", { action: "operator", result: `${count} retried` });
  return count;
}

import { and, eq, exists, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "../db/client";
import { jobs } from "../db/schema";
import type { JobName } from "./definitions";

/** Written out, not as parameters: only then does the planner know that a partial index holds all such rows. */
const isPending = sql`${jobs.state} = 'pending'`;
const isRunning = sql`${jobs.state} = 'running'`;

/** Whether a job of that name, keyed by the row's `id`, waits or runs already: then a sweep leaves it its own time. */
export function hasOpenJob(tx: Transaction, name: JobName, id: PgColumn): SQL | undefined {
  // One question a state: each has an index of its own, and the many jobs that are done are in neither.
  const isAt = (state: SQL) =>
    exists(
      tx
        .select({ id: jobs.id })
        .from(jobs)
        .where(and(eq(jobs.name, name), eq(jobs.key, sql`${id}::text`), state)),
    );
  return or(isAt(isPending), isAt(isRunning));
}

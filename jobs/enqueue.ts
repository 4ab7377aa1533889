import { sql } from "drizzle-orm";
import type { Transaction } from "../db/client";
import { jobs } from "../db/schema";
import { type JobName, type JobPayload, jobDefinitions } from "./definitions";

/** Postgres channel on which workers are woken. */
export const jobsChannel = "jobs";

/**
 * Asks for a job in the caller's own transaction: intent and job commit together or not at all. A job of the same name and `key`
 * that still waits absorbs the request and runs at the earlier of the two times.
 */
export async function enqueue<N extends JobName>(
  tx: Transaction,
  name: N,
  payload: JobPayload<N>,
  { key, runAt = new Date() }: { key: string; runAt?: Date },
): Promise<void> {
  await tx
    .insert(jobs)
    .values({ name, key, payload: jobDefinitions[name].parse(payload), runAt })
    .onConflictDoUpdate({
      target: [jobs.name, jobs.key],
      targetWhere: sql`${jobs.state} = 'pending'`,
      set: { runAt: sql`least(${jobs.runAt}, excluded.run_at)` },
    });
  await tx.execute(sql`select pg_notify(${jobsChannel}, '')`);
}

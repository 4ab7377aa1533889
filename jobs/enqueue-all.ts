import { sql } from "drizzle-orm";
import type { Transaction } from "../db/client";
import { jobs } from "../db/schema";
import { type JobName, type JobPayload, jobDefinitions } from "./definitions";
import { jobsChannel } from "./enqueue";

const batch = 1000;

/** As `enqueue`, for many jobs of one name with few statements, all due at `runAt`. Keys differ from each other. */
export async function enqueueAll<N extends JobName>(
  tx: Transaction,
  name: N,
  all: readonly { payload: JobPayload<N>; key: string }[],
  runAt = new Date(),
): Promise<void> {
  for (let at = 0; at < all.length; at += batch)
    await tx
      .insert(jobs)
      .values(
        all.slice(at, at + batch).map(({ key, payload }) => ({
          ...{ name, key, payload: jobDefinitions[name].parse(payload), runAt },
        })),
      )
      .onConflictDoUpdate({
        target: [jobs.name, jobs.key],
        targetWhere: sql`${jobs.state} = 'pending'`,
        set: { runAt: sql`least(${jobs.runAt}, excluded.run_at)` },
      });
  if (all.length > 0) await tx.execute(sql`select pg_notify(${jobsChannel}, '')`);
}

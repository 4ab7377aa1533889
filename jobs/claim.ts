import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Database } from "../db/client";
import { jobs } from "../db/schema";
import type { Lane } from "./lanes";

export type ClaimedJob = { id: string; name: string; payload: unknown; attempts: number; lease: number };

export const leaseSeconds = 30;
const maxAttempts = 12;
const leaseEnd = sql`now() + make_interval(secs => ${leaseSeconds})`;

/** Takes up to `limit` jobs that are due, or whose worker went silent, under a new lease. Two workers never get the same one. */
export async function claimJobs(
  db: Database,
  limit: number,
  names: Lane["names"] = { except: [] },
): Promise<ClaimedJob[]> {
  const isOurs = "only" in names ? inArray(jobs.name, names.only) : notInArray(jobs.name, names.except);
  const isDue = sql`((${jobs.state} = 'pending' and ${jobs.runAt} <= now()) or (${jobs.state} = 'running' and ${jobs.leasedUntil} < now()))`;
  const picked = db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(isOurs, isDue))
    .orderBy(jobs.runAt)
    .limit(limit)
    .for("update", { skipLocked: true });
  return db
    .update(jobs)
    .set({
      state: "running",
      lease: sql`${jobs.lease} + 1`,
      leasedUntil: leaseEnd,
      attempts: sql`${jobs.attempts} + 1`,
    })
    .where(inArray(jobs.id, picked))
    .returning({ id: jobs.id, name: jobs.name, payload: jobs.payload, attempts: jobs.attempts, lease: jobs.lease });
}

const held = (job: ClaimedJob) => and(eq(jobs.id, job.id), eq(jobs.lease, job.lease), eq(jobs.state, "running"));

/** Keeps a long job; a job whose lease was lost to another worker stays lost. */
export async function renewJob(db: Database, job: ClaimedJob): Promise<void> {
  await db.update(jobs).set({ leasedUntil: leaseEnd }).where(held(job));
}

/** Returns false when another worker holds the job by now: its word counts, not ours. */
export async function finishJob(db: Database, job: ClaimedJob): Promise<boolean> {
  const set = { state: "done", finishedAt: sql`now()`, leasedUntil: null, lastError: null } as const;
  return (await db.update(jobs).set(set).where(held(job)).returning({ id: jobs.id })).length === 1;
}

/** Due again later, with growing pauses; dead with its reason after twelve claims. */
export async function failJob(db: Database, job: ClaimedJob, reason: string): Promise<"pending" | "dead"> {
  const dead = job.attempts >= maxAttempts;
  const pause = Math.min(600, 2 ** job.attempts) * (0.75 + Math.random() / 2);
  const set = dead
    ? ({ state: "dead", finishedAt: sql`now()`, leasedUntil: null, lastError: reason } as const)
    : ({
        state: "pending",
        runAt: sql`now() + make_interval(secs => ${pause})`,
        leasedUntil: null,
        lastError: reason,
      } as const);
  try {
    await db.update(jobs).set(set).where(held(job));
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code !== "23505") throw error;
    // The same work was asked for again in the meantime: that row carries on, this one is finished.
    await finishJob(db, job);
  }
  return dead ? "dead" : "pending";
}

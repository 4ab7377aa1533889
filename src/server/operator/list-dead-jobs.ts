import { and, desc, eq, lt } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { jobs } from "../../../db/schema";

export type DeadJob = {
  id: string;
  name: string;
  key: string;
  attempts: number;
  lastError: string | null;
  finishedAt: Date | null;
};

/** Jobs that were given up, the newest first. `after` is the id of the last one that was seen. */
export async function listDeadJobs(
  db: Database,
  { name, after, limit }: { name?: string; after?: string; limit: number },
): Promise<{ jobs: DeadJob[]; next?: string }> {
  const { id, key, attempts, lastError, finishedAt } = jobs;
  const rows = await db
    .select({ id, name: jobs.name, key, attempts, lastError, finishedAt })
    .from(jobs)
    .where(and(eq(jobs.state, "dead"), name ? eq(jobs.name, name) : undefined, after ? lt(id, after) : undefined))
    .orderBy(desc(id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return { jobs: page, ...(rows.length > limit ? { next: page.at(-1)!.id } : {}) };
}

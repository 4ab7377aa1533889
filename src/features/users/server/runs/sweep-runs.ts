import { and, eq, not } from "drizzle-orm";
import { runs } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { enqueue } from "../../../../../jobs/enqueue";
import { hasOpenJob } from "../../../../../jobs/has-open-job";
import type { Services } from "~/server/services";

const batch = 100;

/** Asks again for runs that are under way and have no job, for whatever reason; returns how many. */
export async function sweepRuns({ db, now }: Services): Promise<number> {
  return inScope(db, { sweep: true }, async (tx) => {
    const left = await tx
      .select({ tenantId: runs.tenantId, runId: runs.id })
      .from(runs)
      .where(and(eq(runs.state, "running"), not(hasOpenJob(tx, "run.work", runs.id)!)))
      .orderBy(runs.createdAt)
      .limit(batch);
    for (const place of left) await enqueue(tx, "run.work", place, { key: place.runId, runAt: now() });
    return left.length;
  });
}

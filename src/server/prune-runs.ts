import { and, eq, inArray, lt, notInArray } from "drizzle-orm";
import { runs } from "../../db/schema";
import { inScope } from "../../db/transaction";
import type { Services } from "./services";

/** What was done is in the audit log; who a file named that was never imported is kept for as long as that may still be meant. */
const keptMs = 90 * 86_400_000;
const plannedMs = 2 * 86_400_000;
const batch = 50;

/** Forgets imports and bulk actions with their rows: those that are over after ninety days, those that were only looked at after two. */
export async function pruneRuns({ db, now }: Services): Promise<void> {
  const before = (ms: number) => lt(runs.createdAt, new Date(now().getTime() - ms));
  await forget(db, and(notInArray(runs.state, ["planned", "running"]), before(keptMs))!);
  await forget(db, and(eq(runs.state, "planned"), before(plannedMs))!);
}

async function forget(db: Services["db"], isOver: NonNullable<ReturnType<typeof and>>): Promise<void> {
  const found = await inScope(db, { sweep: true }, (tx) =>
    tx.select({ id: runs.id, tenantId: runs.tenantId }).from(runs).where(isOver).limit(batch),
  );
  for (const [tenantId, rows] of Map.groupBy(found, (row) => row.tenantId)) {
    const ids = rows.map(({ id }) => id);
    await inScope(db, { tenantId }, (tx) =>
      tx.delete(runs).where(and(eq(runs.tenantId, tenantId), inArray(runs.id, ids))),
    );
  }
}

import { and, eq, inArray, lt } from "drizzle-orm";
import { invitations, rateLimits } from "../../db/schema";
import { inScope } from "../../db/transaction";
import type { Services } from "./services";

const dayMs = 86_400_000;
const batch = 5_000;

/** Batches in one run: those who send leave some counters an hour each. */
const rounds = 20;

/** Removes counters of days gone by, and invitations that ran out a month ago and that nobody sent again. */
export async function pruneTeam({ db, now }: Services): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * dayMs);
  for (const { table, isOver } of [
    { table: invitations, isOver: lt(invitations.expiresAt, before(30)) },
    { table: rateLimits, isOver: lt(rateLimits.windowStart, before(7)) },
  ])
    for (let round = 0; round < rounds; round++) {
      const over = await inScope(db, { sweep: true }, (tx) =>
        tx.select({ id: table.id, tenantId: table.tenantId }).from(table).where(isOver).limit(batch),
      );
      for (const [tenantId, rows] of Map.groupBy(over, (row) => row.tenantId)) {
        const ids = rows.map(({ id }) => id);
        await inScope(db, { tenantId }, (tx) =>
          tx.delete(table).where(and(eq(table.tenantId, tenantId), inArray(table.id, ids))),
        );
      }
      if (over.length < batch) break;
    }
}

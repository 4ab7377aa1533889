import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { runRows } from "../../../../../db/schema";

/** Forgets the hashes of passwords in rows of a run that nobody will work on any more. */
export async function dropSecrets(tx: Transaction, { tenantId, runId }: { tenantId: string; runId: string }) {
  const hasHash = sql`${runRows.values} ? 'passwordHash'`;
  await tx
    .update(runRows)
    .set({ values: sql`${runRows.values} - 'passwordHash'` })
    .where(and(eq(runRows.tenantId, tenantId), eq(runRows.runId, runId), hasHash));
}

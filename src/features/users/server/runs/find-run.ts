import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { people, runs, users } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { Run } from "../../schema/runs";
import { ownRuns } from "./own-runs";
import { toRun } from "./to-run";

/** Runs with the address of who began each; `where` comes on top. */
export const selectRuns = (tx: Transaction) =>
  tx
    .select({ ...getTableColumns(runs), email: people.email })
    .from(runs)
    .leftJoin(users, and(eq(users.tenantId, runs.tenantId), sql`${users.id}::text = ${runs.startedBy}`))
    .leftJoin(people, eq(people.id, users.personId));

/** One run that the caller may see. */
export async function findRun(tx: Transaction, ctx: Ctx, runId: string): Promise<Run | undefined> {
  const own = and(eq(runs.tenantId, ctx.tenantId), eq(runs.id, runId), ownRuns(ctx));
  const [row] = await selectRuns(tx).where(own);
  return row && toRun(row);
}

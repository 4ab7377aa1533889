import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { runRows, runs } from "../../../../../db/schema";
import type { RunOutcome, RunRecord } from "./run-work";

/** Writes what became of rows, and how far the run is, in two statements. */
export async function settleRows(tx: Transaction, run: RunRecord, outcomes: readonly RunOutcome[]): Promise<void> {
  const { tenantId, id: runId } = run;
  const given = JSON.stringify(
    outcomes.map(({ line, state, issues = [], mailUserId = null, values = {} }) => ({
      ...{ line, state, issues, mail_user_id: mailUserId, more: values },
    })),
  );
  await tx.execute(sql`
    update ${runRows} set "state" = o."state", "issues" = o."issues", "values" = ${runRows}."values" || o."more",
      "mail_user_id" = coalesce(o."mail_user_id", ${runRows}."mail_user_id")
    from jsonb_to_recordset(${given}::text::jsonb) as o("line" int, "state" text, "issues" jsonb, "mail_user_id" uuid, "more" jsonb)
    where ${runRows}."tenant_id" = ${tenantId} and ${runRows}."run_id" = ${runId} and ${runRows}."line" = o."line"`);
  const failed = outcomes.filter(({ state }) => state === "failed").length;
  await tx
    .update(runs)
    .set({ done: sql`${runs.done} + ${outcomes.length}`, failed: sql`${runs.failed} + ${failed}` })
    .where(and(eq(runs.tenantId, tenantId), eq(runs.id, runId)));
}

import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { RunOutcome, RunRow } from "./run-work";

/** What became of one row, without its line. */
export type RowResult = Omit<RunOutcome, "line">;

/**
 * Does the rows one after the other, each in a savepoint of its own: one that is refused leaves nothing behind, says why, and the others go
 * on. Unexpected errors of a statement are logged and fail their row alone.
 */
export async function eachRow(
  within: Ctx,
  rows: readonly RunRow[],
  work: (ctx: Ctx, row: RunRow) => Promise<RowResult>,
): Promise<RunOutcome[]> {
  const outcomes: RunOutcome[] = [];
  for (const row of rows) outcomes.push({ line: row.line, ...(await one(within, row, work)) });
  return outcomes;
}

const one = (within: Ctx, row: RunRow, work: (ctx: Ctx, row: RunRow) => Promise<RowResult>): Promise<RowResult> =>
  within
    // One savepoint a row: what its verbs do holds or falls together, so they need none of their own.
    .tx((tx) => work({ ...within, tx: (inner) => inner(tx) }, row))
    .catch((error: unknown): RowResult => {
      if (error instanceof AppError) return { state: "failed", issues: issuesOf(error) };
      const { tenantId, requestId } = within;
      within.log.error("a row of a run failed", { tenant_id: tenantId, request_id: requestId, error });
      return { state: "failed", issues: [{ column: "", message: "unexpected" }] };
    });

/** Issues by field where the failure has some, else the failure itself. */
function issuesOf({ key, details }: AppError): RunOutcome["issues"] {
  const issues = (details as { issues?: { path: string; message: string }[] } | undefined)?.issues ?? [];
  if (issues.length === 0) return [{ column: "", message: key }];
  return issues.map(({ path, message }) => ({ column: path, message }));
}

import type { Transaction } from "../../../../../db/client";
import type { Ctx } from "~/server/context";
import { requireConfirmed } from "~/server/require-confirmed";
import type { RunOutcome, RunWork } from "../runs/run-work";
import { changeRows } from "./change-rows";
import { createRows } from "./create-rows";
import { ImportPlan } from "./import-plan";
import { addressesIn, judgeRows, type Judgement } from "./judge-rows";
import type { ImportValues, ParsedRow } from "./parse-row";
import { readFacts } from "./read-facts";

/** What was kept of a line for the import is not kept beyond it: the hash of a password least of all. */
const spent = { passwordHash: "" };

const isTaken = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === "23505" ||
  ((error as Error).cause ? isTaken((error as Error).cause) : false);

async function carryOut(
  tx: Transaction,
  ctx: Ctx,
  judged: readonly Judgement[],
  locale: string,
): Promise<RunOutcome[]> {
  const of = <W extends Judgement["wanted"]>(wanted: W) =>
    judged.filter((row): row is Extract<Judgement, { wanted: W }> => row.wanted === wanted);
  return [
    ...of("refuse").map(({ line, issues }) => ({ line, state: "failed" as const, issues })),
    ...of("skip").map(({ line, userId }) => ({ line, state: "skipped" as const, mailUserId: userId })),
    ...(await changeRows(tx, ctx, of("change"))),
    ...(await createRows(tx, ctx, of("create"), locale)),
  ];
}

/**
 * All lines at once, in a savepoint. When one of their addresses is held by somebody this tenant cannot see, or was taken this moment, halves are
 * tried, until that line stands alone and is refused.
 */
async function work(ctx: Ctx, rows: readonly ParsedRow[], plan: ImportPlan): Promise<RunOutcome[]> {
  try {
    return await ctx.tx(async (tx) => {
      const facts = await readFacts(tx, ctx, addressesIn(rows));
      return carryOut(tx, ctx, judgeRows(rows, facts, plan), plan.locale);
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    const [only] = rows;
    if (rows.length === 1 && only)
      return [
        { line: only.line, state: "failed", issues: [{ column: "address", message: "imports.issue_address_taken" }] },
      ];
    const half = Math.ceil(rows.length / 2);
    return [...(await work(ctx, rows.slice(0, half), plan)), ...(await work(ctx, rows.slice(half), plan))];
  }
}

/** Brings the lines of a file into the panel, 500 at a time; the jobs that commit with them bring the users to the mail server. */
export const workImport: RunWork = {
  rowsAtOnce: 500,
  async prepare(_, run, rows) {
    const plan = ImportPlan.parse(run.plan);
    const parsed = rows.map(({ line, values }) => ({ line, values: values as unknown as ImportValues, issues: [] }));
    return async (within) => {
      await within.tx((tx) => requireConfirmed(tx, within));
      const outcomes = await work(within, parsed, plan);
      within.events.publish({ tenantId: within.tenantId, topic: "user" });
      return outcomes.map((outcome) => ({ ...outcome, values: spent }));
    };
  },
};

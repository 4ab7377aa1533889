import { and, asc, eq, gt, sql } from "drizzle-orm";
import { runRows, runs } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { ListRunRows, RunRowPage } from "../../schema/runs";
import { ownRuns } from "./own-runs";

/** What became of each row of a run, in the order of their lines. Throws `run.not_found`. */
export async function listRunRows(ctx: Ctx, { runId, state, after = 0, limit }: ListRunRows): Promise<RunRowPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const { tenantId } = ctx;
  const { line, issues, mailUserId } = runRows;
  // Hashes of passwords are not shown to anybody, nor what is kept to take a change back.
  const values = sql<Record<string, string>>`${runRows.values} - 'passwordHash' - 'before'`.as("values");
  const mine = and(eq(runs.tenantId, tenantId), eq(runs.id, runId), ownRuns(ctx));
  const asked = and(
    eq(runRows.tenantId, tenantId),
    eq(runRows.runId, runId),
    gt(line, after),
    state && eq(runRows.state, state),
  );
  // One statement: the run's own row stands there even where no line matches.
  const found = await ctx.tx((tx) => {
    const page = tx
      .select({ line, state: runRows.state, values, issues, mailUserId })
      .from(runRows)
      .where(asked)
      .orderBy(asc(line))
      .limit(limit + 1)
      .as("page");
    return tx
      .select({
        line: page.line,
        state: page.state,
        values: page.values,
        issues: page.issues,
        mailUserId: page.mailUserId,
      })
      .from(runs)
      .leftJoin(page, eq(runs.id, runId))
      .where(mine)
      .orderBy(asc(page.line));
  });
  if (found.length === 0) throw new AppError("run.not_found");
  const rows = found.flatMap((row) =>
    row.line === null ? [] : [{ ...row, line: row.line, state: row.state!, values: row.values!, issues: row.issues! }],
  );
  const page = rows.slice(0, limit);
  return { rows: page, ...(rows.length > limit ? { next: page.at(-1)!.line } : {}) };
}

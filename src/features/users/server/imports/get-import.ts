import { and, count, eq, getTableColumns, gt, inArray, ne, sql } from "drizzle-orm";
import { mailUsers, runRows, runs } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { ImportRun } from "../../schema/imports";
import type { RunRef } from "../../schema/runs";
import { ownRuns } from "../runs/own-runs";
import { toImportRun } from "./to-import-run";

/** One import: what its dry run found, and how far it is, in one statement. Throws `run.not_found`. */
export async function getImport(ctx: Ctx, { runId }: RunRef): Promise<ImportRun> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const own = and(eq(runs.tenantId, ctx.tenantId), eq(runs.id, runId), eq(runs.kind, "import"), ownRuns(ctx));
  const [found] = await ctx.tx((tx) => {
    const unapplied = tx
      .select({ n: count() })
      .from(runRows)
      .innerJoin(mailUsers, eq(mailUsers.id, runRows.mailUserId))
      .where(
        and(
          ...[eq(runRows.tenantId, ctx.tenantId), eq(runRows.runId, runId), ne(mailUsers.state, "deleted")],
          ...[inArray(runRows.state, ["created", "changed"]), gt(mailUsers.revision, mailUsers.appliedRevision)],
        ),
      );
    return tx
      .select({ ...getTableColumns(runs), unapplied: sql<number>`(${unapplied})`.mapWith(Number) })
      .from(runs)
      .where(own);
  });
  if (!found) throw new AppError("run.not_found");
  const { unapplied, ...run } = found;
  return toImportRun(run, unapplied);
}

import { and, eq } from "drizzle-orm";
import { runs } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import type { ImportRun } from "../../schema/imports";
import type { RunRef } from "../../schema/runs";
import { beginRun } from "../runs/insert-run";
import { ownRuns } from "../runs/own-runs";
import { toImportRun } from "./to-import-run";

/** A dry run older than that is done anew: too much may have changed since, and hashes are not kept for long. */
export const planKeptMs = 24 * 3_600_000;

/** Begins what a dry run planned; the lines that it refused stay refused. Throws `run.not_found`, `import.begun`, `import.stale`. */
export async function startImport(ctx: Ctx, { runId }: RunRef): Promise<ImportRun> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const row = await ctx.tx(async (tx) => {
    const own = and(eq(runs.tenantId, ctx.tenantId), eq(runs.id, runId), eq(runs.kind, "import"), ownRuns(ctx));
    const [run] = await tx.select().from(runs).where(own).for("update");
    if (!run) throw new AppError("run.not_found");
    if (run.state !== "planned") throw new AppError("import.begun");
    if (ctx.now().getTime() - run.createdAt.getTime() > planKeptMs) throw new AppError("import.stale");
    await beginRun(tx, run);
    const subject = { type: "tenant", id: ctx.tenantId } as const;
    await audit(tx, ctx, { action: "import.start", subject, after: { runId, lines: run.total } });
    return { ...run, state: "running" as const };
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "run", subjectId: runId });
  return toImportRun(row, 0);
}

import { and, eq, inArray, sql } from "drizzle-orm";
import { runRows, runs } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { BulkPlan } from "../../schema/bulk";
import type { Run, RunRef } from "../../schema/runs";
import { findRun } from "../runs/find-run";
import { beginRun, insertRun } from "../runs/insert-run";

/**
 * Takes back what a bulk action changed, each mailbox user to what they were before: a run of its own. Whoever was changed otherwise since then
 * gets back what was before, too. Throws `run.not_found`, also for what cannot be taken back.
 */
export async function undoBulk(ctx: Ctx, { runId: undoneRunId }: RunRef): Promise<Run> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  await ctx.rateLimit("bulk.tenant", ctx.tenantId);
  const { tenantId } = ctx;
  const run = await ctx.tx(async (tx) => {
    const undone = await findRun(tx, ctx, undoneRunId);
    if (!undone?.isUndoable) throw new AppError("run.not_found");
    const plan = BulkPlan.parse({ action: "undo", undoes: undone.action, undoneRunId });
    const made = await insertRun(tx, ctx, { kind: "bulk", plan, total: 0 });
    const mine = and(
      eq(runRows.tenantId, tenantId),
      eq(runRows.runId, undoneRunId),
      inArray(runRows.state, ["changed"]),
    );
    const written = await tx.execute(sql`
      insert into ${runRows} ("id", "tenant_id", "run_id", "line", "values", "mail_user_id")
      select gen_random_uuid(), ${tenantId}, ${made.id}, row_number() over (order by ${runRows.line}), ${runRows.values}, ${runRows.mailUserId}
      from ${runRows} where ${mine}`);
    await tx.update(runs).set({ total: written.count }).where(eq(runs.id, made.id));
    const subject = { type: "tenant", id: tenantId } as const;
    const after = { runId: made.id, undoneRunId, users: written.count };
    await audit(tx, ctx, { action: "user.bulk_undo", subject, after });
    await beginRun(tx, made);
    return findRun(tx, ctx, made.id);
  });
  ctx.events.publish({ tenantId, topic: "run", subjectId: run!.id });
  return run!;
}

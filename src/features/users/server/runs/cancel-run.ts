import { and, eq, inArray } from "drizzle-orm";
import { runs } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import type { Run, RunRef } from "../../schema/runs";
import { dropSecrets } from "./drop-secrets";
import { findRun } from "./find-run";
import { ownRuns } from "./own-runs";

/** Stops a run after the rows it is at; what was done stays done. One that is over stays as it is. Throws `run.not_found`. */
export async function cancelRun(ctx: Ctx, { runId }: RunRef): Promise<Run> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const found = await ctx.tx(async (tx) => {
    const isOpen = inArray(runs.state, ["planned", "running"]);
    const set = { state: "cancelled", cancelledAt: ctx.now(), finishedAt: ctx.now() } as const;
    const [row] = await tx
      .update(runs)
      .set(set)
      .where(and(eq(runs.tenantId, ctx.tenantId), eq(runs.id, runId), ownRuns(ctx), isOpen))
      .returning();
    if (row) {
      await dropSecrets(tx, { tenantId: ctx.tenantId, runId });
      const { kind, done, total } = row;
      const subject = { type: "tenant", id: ctx.tenantId } as const;
      await audit(tx, ctx, { action: "user.run_cancel", subject, after: { runId, kind, done, total } });
    }
    return findRun(tx, ctx, runId);
  });
  if (!found) throw new AppError("run.not_found");
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "run", subjectId: runId });
  return found;
}

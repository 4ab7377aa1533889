import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { Run, RunRef } from "../../schema/runs";
import { findRun } from "./find-run";

/** How far a run is. Throws `run.not_found`. */
export async function getRun(ctx: Ctx, { runId }: RunRef): Promise<Run> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const run = await ctx.tx((tx) => findRun(tx, ctx, runId));
  if (!run) throw new AppError("run.not_found");
  return run;
}

import { and, asc, eq, inArray } from "drizzle-orm";
import { runRows, runs } from "../../../../../db/schema";
import { type Ctx, systemContext } from "~/server/context";
import type { PageEvent } from "~/server/events";
import type { Services } from "~/server/services";
import { endRun } from "./end-run";
import { runKinds } from "./run-kinds";
import { settleRows } from "./settle-rows";
import { starterContext } from "./starter-context";
import { withinRun } from "./within-run";

export type RunPlace = { tenantId: string; runId: string };

const runOf = ({ tenantId, runId }: RunPlace) => and(eq(runs.tenantId, tenantId), eq(runs.id, runId));
const waitingOf = ({ tenantId, runId }: RunPlace) =>
  and(eq(runRows.tenantId, tenantId), eq(runRows.runId, runId), eq(runRows.state, "waiting"));

/** Does the next rows of a run, in one transaction with their outcomes. False when there is nothing left to do. */
export async function workChunk(services: Services, place: RunPlace): Promise<boolean> {
  const job = systemContext(services, { job: "run.work" }, place.tenantId);
  const [run] = await job.tx((tx) => tx.select().from(runs).where(runOf(place)));
  if (run?.state !== "running") return false;
  const ctx = await starterContext(services, run);
  if (!ctx) return endRun(job, run.id, { state: "failed", reason: "auth.role_too_low" });
  const { rowsAtOnce, prepare } = runKinds[run.kind];
  const next = (tx: Parameters<Parameters<Ctx["tx"]>[0]>[0]) =>
    tx.select().from(runRows).where(waitingOf(place)).orderBy(asc(runRows.line)).limit(rowsAtOnce);
  const rows = await job.tx(next);
  if (rows.length === 0) return endRun(job, run.id, { state: "done", reason: null });
  const work = await prepare(ctx, run, rows);
  const told: PageEvent[] = [];
  await ctx.tx(async (tx) => {
    // The run's row is held: two workers never do the same rows, and who cancels waits for the end of the chunk.
    const [held] = await tx.select({ state: runs.state }).from(runs).where(runOf(place)).for("update");
    const ids = rows.map(({ id }) => id);
    const still = await tx
      .select({ id: runRows.id })
      .from(runRows)
      .where(and(waitingOf(place), inArray(runRows.id, ids)));
    if (held?.state !== "running" || still.length !== rows.length) return;
    await settleRows(tx, run, await work(withinRun(ctx, tx, told)));
  });
  const unique = new Map(told.map((event) => [JSON.stringify(event), event]));
  for (const event of unique.values()) ctx.events.publish(event);
  return true;
}

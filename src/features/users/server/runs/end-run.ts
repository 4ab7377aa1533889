import { and, eq } from "drizzle-orm";
import { runs } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { dropSecrets } from "./drop-secrets";

/** Ends a run that still runs; false, so that nobody goes on with it. */
export async function endRun(
  ctx: Ctx,
  runId: string,
  { state, reason }: { state: "done" | "failed"; reason: string | null },
): Promise<false> {
  const own = and(eq(runs.tenantId, ctx.tenantId), eq(runs.id, runId), eq(runs.state, "running"));
  await ctx.tx(async (tx) => {
    await tx.update(runs).set({ state, reason, finishedAt: ctx.now() }).where(own);
    if (state === "failed") await dropSecrets(tx, { tenantId: ctx.tenantId, runId });
  });
  return false;
}

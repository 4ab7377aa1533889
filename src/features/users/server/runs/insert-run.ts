import { runRows, runs } from "../../../../../db/schema";
import type { Transaction } from "../../../../../db/client";
import { enqueue } from "../../../../../jobs/enqueue";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { RunKind } from "../../schema/runs";
import { and, eq } from "drizzle-orm";
import type { RunRecord } from "./run-work";

export type NewRun = { kind: RunKind; plan: Record<string, unknown>; total: number };
export type NewRunRow = Pick<typeof runRows.$inferInsert, "line" | "values" | "state" | "issues" | "mailUserId">;

const batch = 1000;

/** Writes a run of the member who asks, planned and without rows. Throws `auth.role_too_low` for anybody but a member. */
export async function insertRun(tx: Transaction, ctx: Ctx, { kind, plan, total }: NewRun): Promise<RunRecord> {
  if (ctx.actor.kind !== "member") throw new AppError("auth.role_too_low");
  const { tenantId, actor } = ctx;
  const row = { tenantId, kind, plan, total, startedBy: actor.memberId, createdAt: ctx.now() };
  return (await tx.insert(runs).values(row).returning())[0]!;
}

/** Writes rows of a planned run, a thousand at a time. */
export async function insertRunRows(tx: Transaction, run: RunRecord, rows: readonly NewRunRow[]): Promise<void> {
  const { tenantId, id: runId } = run;
  for (let at = 0; at < rows.length; at += batch)
    await tx.insert(runRows).values(rows.slice(at, at + batch).map((row) => ({ ...row, tenantId, runId })));
}

/** Lets a planned run begin: the job commits with what the caller's transaction wrote. */
export async function beginRun(tx: Transaction, { tenantId, id }: RunRecord): Promise<void> {
  const own = and(eq(runs.tenantId, tenantId), eq(runs.id, id));
  await tx.update(runs).set({ state: "running" }).where(own);
  await enqueue(tx, "run.work", { tenantId, runId: id }, { key: id });
}

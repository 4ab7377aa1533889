import type { runRows, runs } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { RunRowState } from "../../schema/runs";

export type RunRecord = typeof runs.$inferSelect;
export type RunRow = typeof runRows.$inferSelect;

/** What became of a row. `values` are added to those it has: what was before, for whoever takes it back. */
export type RunOutcome = {
  line: number;
  state: Exclude<RunRowState, "waiting">;
  issues?: { column: string; message: string }[];
  mailUserId?: string | null;
  values?: Record<string, string>;
};

/**
 * How the rows of one kind of run are worked on: `rowsAtOnce` of them in one transaction, in which their effects and their outcomes
 * commit together, so that no row is ever done twice. `prepare` is called outside of it, for what takes time (hashing) or asks others; what it
 * gives runs inside: every `ctx.tx` of `within` is a savepoint of that transaction, its events are told after the commit, and the
 * engine cannot be reached (the jobs that verbs enqueue bring it there).
 */
export type RunWork = {
  rowsAtOnce: number;
  prepare(ctx: Ctx, run: RunRecord, rows: RunRow[]): Promise<(within: Ctx) => Promise<RunOutcome[]>>;
};

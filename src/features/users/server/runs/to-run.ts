import type { Run } from "../../schema/runs";
import type { RunRecord } from "./run-work";

/** Bulk actions that have an opposite. */
const undoable = new Set(["suspend", "resume", "remove", "restore", "set_quota"]);

/** What members see of a run. */
export function toRun({ plan, email, ...row }: RunRecord & { email: string | null }): Run {
  const action = typeof plan["action"] === "string" ? plan["action"] : row.kind;
  const { id, kind, state, total, done, failed, reason } = row;
  return {
    ...{ id, kind, action, state, total, done, failed, reason, startedBy: email },
    isUndoable: kind === "bulk" && undoable.has(action) && ["done", "cancelled"].includes(state) && done > failed,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

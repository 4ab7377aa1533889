import type { Ctx } from "~/server/context";
import { BulkPlan } from "../../schema/bulk";
import { eachRow, type RowResult } from "../runs/each-row";
import type { RunRow, RunWork } from "../runs/run-work";
import { bulkActions, opposites } from "./bulk-actions";
import { beforeText, parseBefore, readUser } from "./user-before";

/** Does a bulk action to its users, one after the other, and notes what each was before. */
export const workBulk: RunWork = {
  rowsAtOnce: 25,
  async prepare(_, run, rows) {
    const plan = BulkPlan.parse(run.plan);
    return (within) => eachRow(within, rows, (ctx, row) => workRow(ctx, plan, row));
  },
};

async function workRow(ctx: Ctx, plan: BulkPlan, { mailUserId, values }: RunRow): Promise<RowResult> {
  const found = mailUserId ? await readUser(ctx, mailUserId) : undefined;
  if (!mailUserId || !found) return { state: "failed", issues: [{ column: "", message: "user.not_found" }] };
  if (plan.action === "undo") {
    const { undoes } = plan;
    if (undoes && undoes in opposites)
      await opposites[undoes as keyof typeof opposites](ctx, mailUserId, parseBefore(values["before"]));
  } else await bulkActions[plan.action](ctx, mailUserId, plan);
  // Invitations change no user.
  if (plan.action === "invite") return { state: "changed" };
  const after = await readUser(ctx, mailUserId);
  if (after?.revision === found.revision) return { state: "skipped" };
  return { state: "changed", values: plan.action === "undo" ? {} : { before: beforeText(found.before) } };
}

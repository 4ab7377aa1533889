import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { Done } from "../../schema";
import type { ApplyDns } from "../../schema/connect";
import { begin } from "./apply-change";
import { findLastChange } from "./find-change";

/**
 * Takes back what the last change really did, also one that failed on its way. What somebody changed since is left as it is. Throws
 * `domain.not_found`, `request.not_found`, `dns.plan_stale` when there is nothing to take back, `dns.change_running`, `dns.token_needed`.
 */
export async function undoChange(ctx: Ctx, input: ApplyDns): Promise<Done> {
  await begin(ctx, input, async (tx, change) => {
    const last = await findLastChange(tx, ctx, input.domainId);
    const isDone = change.state === "applied" || change.state === "failed";
    if (last?.id !== change.id || !isDone || change.done.length === 0) throw new AppError("dns.plan_stale");
    const after = { zone: change.plan.zone?.name, steps: change.done.length };
    await audit(tx, ctx, { action: "domain.undo_dns", subject: { type: "domain", id: input.domainId }, after });
    return { ...change.plan, isUndo: true };
  });
  return {};
}

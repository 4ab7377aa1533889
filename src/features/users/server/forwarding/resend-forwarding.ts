import { and, eq } from "drizzle-orm";
import { forwardings } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import { requireConfirmed } from "~/server/require-confirmed";
import type { UserRef } from "../../schema";
import type { ForwardingOf } from "../../schema/forwarding";
import { askTarget, limitAsking } from "./ask-target";
import { changeForwarding, requireOwnOrRole } from "./change-forwarding";
import { getForwarding } from "./get-forwarding";

/**
 * Asks the target of a forwarding once more; the link before is worthless. Throws `user.not_found`, `auth.role_too_low`, `auth.not_confirmed`,
 * `request.too_many`, and `forwarding.not_found` when none waits.
 */
export async function resendForwarding(ctx: Ctx, { userId }: UserRef): Promise<ForwardingOf> {
  requireOwnOrRole(ctx, userId);
  const { forwarding } = await getForwarding(ctx, { userId });
  if (forwarding) await limitAsking(ctx, forwarding.target);
  return changeForwarding(ctx, userId, async (tx, { address }, row) => {
    if (!row || row.confirmedAt) throw new AppError("forwarding.not_found");
    await requireConfirmed(tx, ctx);
    const own = and(eq(forwardings.tenantId, ctx.tenantId), eq(forwardings.id, row.id));
    await tx
      .update(forwardings)
      .set(await askTarget(tx, ctx, { address, target: row.target }))
      .where(own);
    return { action: "forwarding.ask", after: { target: row.target } };
  });
}

import { and, eq } from "drizzle-orm";
import { forwardings } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { requireConfirmed } from "~/server/require-confirmed";
import type { ForwardingOf, SetForwarding } from "../../schema/forwarding";
import { askTarget, limitAsking } from "./ask-target";
import { changeForwarding, requireOwnOrRole } from "./change-forwarding";
import { requireNoLoop } from "./require-no-loop";
import { resolveHolders } from "~/features/domains/server/addressing/resolve-holders";

/**
 * Passes a mailbox user's mail on to one other address, with or without a copy left in the mailbox. An address of the tenant counts at once;
 * one outside when whoever reads mail there has agreed, by a link that is mailed there. The user is told of it by mail when it begins. Throws
 * `user.not_found`, `auth.role_too_low`, `forwarding.loop`, `address.not_found`, `auth.not_confirmed`, `request.too_many`.
 */
export async function setForwarding(ctx: Ctx, { userId, target, keepsCopy }: SetForwarding): Promise<ForwardingOf> {
  const { tenantId } = ctx;
  requireOwnOrRole(ctx, userId);
  const isOutside = (await ctx.tx((tx) => resolveHolders(tx, tenantId, [target]))).size === 0;
  if (isOutside) await limitAsking(ctx, target);
  return changeForwarding(ctx, userId, async (tx, { address }, row) => {
    const before = row && { target: row.target, keepsCopy: row.keepsCopy };
    if (row?.target === target && row.keepsCopy === keepsCopy) return null;
    const change = { action: "forwarding.set", before, after: { target, keepsCopy } };
    if (row?.target === target) {
      const own = and(eq(forwardings.tenantId, tenantId), eq(forwardings.id, row.id));
      await tx.update(forwardings).set({ keepsCopy }).where(own);
      return change;
    }
    const { isInside } = await requireNoLoop(tx, { tenantId, userId }, target);
    if (!isInside) await requireConfirmed(tx, ctx);
    const agreed = isInside
      ? { confirmedAt: ctx.now(), tokenHash: null, tokenExpiresAt: null }
      : { confirmedAt: null, ...(await askTarget(tx, ctx, { address, target })) };
    const values = { target, keepsCopy, ...agreed, removedAt: null, createdAt: ctx.now() };
    await tx
      .insert(forwardings)
      .values({ tenantId, mailUserId: userId, ...values })
      .onConflictDoUpdate({ target: forwardings.mailUserId, set: values });
    return change;
  });
}

import { type Ctx, requireRole } from "~/server/context";
import type { ProposeRecovery } from "../../schema/access";
import { getUser } from "../get-user";
import { askRecovery } from "./ask-recovery";
import { changeAccess } from "./change-access";
import { requireOutside } from "./require-outside";

/**
 * Proposes an address for the way back into a mailbox. It counts once the user has opened the link that is mailed there, while signed in to
 * the mailbox: an admin alone cannot make it so. Throws `user.not_found`, `request.invalid`, `auth.not_confirmed`, `request.too_many`.
 */
export async function proposeRecovery(ctx: Ctx, { userId, email }: ProposeRecovery): Promise<void> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { address } = await getUser(ctx, { userId });
  await requireOutside(ctx, email, { id: userId, tenantId: ctx.tenantId, address });
  await ctx.rateLimit("invite.tenant", ctx.tenantId);
  await ctx.rateLimit("invite.address", `${ctx.tenantId}:${email}`);
  await changeAccess(ctx, userId, async (user, tx) => {
    await askRecovery(tx, ctx, user, email);
    return { action: "access.propose_recovery", after: { email }, answer: undefined };
  });
}

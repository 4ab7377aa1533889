import { askRecovery } from "~/features/users/server/access/ask-recovery";
import { requireOutside } from "~/features/users/server/access/require-outside";
import type { MailboxCtx } from "~/server/context";
import type { SetRecovery } from "../../schema/security";
import { changeOwnMailbox } from "./change-own-mailbox";
import { requireFresh } from "./require-fresh";

/**
 * Mails a link to the address that is to become the way back into the mailbox. The one before it counts until the link was opened. Throws
 * `auth.reauth_required`, `request.invalid` for an address inside, `auth.not_confirmed`, `request.too_many`.
 */
export async function setRecovery(ctx: MailboxCtx, { email }: SetRecovery): Promise<void> {
  await requireFresh(ctx);
  const { mailUserId: id, address } = ctx.actor;
  const { tenantId } = ctx;
  await requireOutside(ctx, email, { id, tenantId, address });
  await ctx.rateLimit("link.person", id);
  await ctx.rateLimit("invite.address", `${tenantId}:${email}`);
  await changeOwnMailbox(ctx, async (user, tx) => {
    if (user.recoveryEmail === email && user.recoveryConfirmedAt) return null;
    await askRecovery(tx, ctx, user, email);
    return { action: "access.ask_recovery", after: { email }, answer: undefined };
  });
}

import { findMailboxLink, useMailboxLink } from "~/features/users/server/access/mailbox-link";
import { requireOutside } from "~/features/users/server/access/require-outside";
import { tellMailboxUser } from "~/features/users/server/access/tell-mailbox-user";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { OpenMailboxLink } from "../../schema/security";
import { changeOwnMailbox } from "./change-own-mailbox";

/**
 * Makes an address the way back into the mailbox, by the link that was mailed there, opened by whoever is signed in to the mailbox: the link
 * alone proves the address only, and whoever reads it could be a stranger. Throws `auth.link_invalid`, also for another mailbox's link,
 * `request.invalid` when the address is no longer outside, `request.too_many`.
 */
export async function confirmRecovery(ctx: MailboxCtx, { token }: OpenMailboxLink): Promise<void> {
  await ctx.rateLimit("link.ip", ctx.ip);
  const link = await findMailboxLink(ctx, token);
  const { mailUserId: id, address } = ctx.actor;
  const { tenantId } = ctx;
  const { email } = link;
  const isMine = link.tenantId === tenantId && link.mailUserId === id;
  if (!isMine || link.kind !== "recovery_email" || !email) throw new AppError("auth.link_invalid");
  await requireOutside(ctx, email, { id, tenantId, address });
  await changeOwnMailbox(ctx, async (user, tx) => {
    await useMailboxLink(tx, link);
    if (user.recoveryEmail !== email) await tellMailboxUser(tx, ctx, user, "recovery_replaced");
    const note = { recoveryEmail: email, recoveryConfirmedAt: ctx.now() };
    const before = { email: user.recoveryEmail };
    return { action: "access.confirm_recovery", note, before, after: { email }, answer: undefined };
  });
}

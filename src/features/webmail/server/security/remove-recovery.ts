import { voidMailboxLinks } from "~/features/users/server/access/mailbox-link";
import { tellMailboxUser } from "~/features/users/server/access/tell-mailbox-user";
import type { MailboxCtx } from "~/server/context";
import { changeOwnMailbox } from "./change-own-mailbox";
import { requireFresh } from "./require-fresh";

/** Takes the recovery address away, and the link to one that was asked for. Throws `auth.reauth_required`. */
export async function removeRecovery(ctx: MailboxCtx): Promise<void> {
  await requireFresh(ctx);
  await changeOwnMailbox(ctx, async (user, tx) => {
    const { id: mailUserId, tenantId, recoveryEmail: email } = user;
    const asked = await voidMailboxLinks(tx, { tenantId, mailUserId }, "recovery_email");
    if (!email && asked === 0) return null;
    await tellMailboxUser(tx, ctx, user, "recovery_removed");
    const note = { recoveryEmail: null, recoveryConfirmedAt: null };
    return { action: "access.remove_recovery", note, before: { email }, answer: undefined };
  });
}

import type { FactorChange } from "~/features/auth/schema/security";
import { tellMailboxUser } from "~/features/users/server/access/tell-mailbox-user";
import type { MailboxCtx } from "~/server/context";
import { changeOwnMailbox } from "./change-own-mailbox";
import { requireFresh } from "./require-fresh";
import { removeMailCodes } from "./write-mail-codes";

/** Takes the authenticator app out of use, with the recovery codes; without one nothing happens. Throws `auth.reauth_required`. */
export async function removeMailTotp(ctx: MailboxCtx, { signOutOthers }: FactorChange): Promise<void> {
  await requireFresh(ctx);
  await changeOwnMailbox(ctx, async (user, tx) => {
    if (!user.totpConfirmedAt) return null;
    await removeMailCodes(tx, user);
    await tellMailboxUser(tx, ctx, user, "factor_removed");
    const set = { sealedTotpSecret: null, totpConfirmedAt: null, totpLastStep: null };
    const after = { signOutOthers };
    return { action: "access.remove_factor", set, after, endsOthers: signOutOthers, answer: undefined };
  });
}

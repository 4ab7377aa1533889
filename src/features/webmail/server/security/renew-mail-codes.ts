import type { RecoveryCodes } from "~/features/auth/schema/security";
import { tellMailboxUser } from "~/features/users/server/access/tell-mailbox-user";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { changeOwnMailbox } from "./change-own-mailbox";
import { requireFresh } from "./require-fresh";
import { writeMailCodes } from "./write-mail-codes";

/** Ten new recovery codes; the old ones are worth nothing any more. Throws `auth.reauth_required`, `auth.no_second_factor`. */
export async function renewMailCodes(ctx: MailboxCtx): Promise<RecoveryCodes> {
  await requireFresh(ctx);
  const { answer } = await changeOwnMailbox(ctx, async (user, tx) => {
    if (!user.totpConfirmedAt) throw new AppError("auth.no_second_factor");
    const recoveryCodes = await writeMailCodes(tx, ctx.secretBox, user);
    await tellMailboxUser(tx, ctx, user, "codes_renewed");
    return { action: "access.renew_codes", answer: recoveryCodes };
  });
  return { recoveryCodes: answer! };
}

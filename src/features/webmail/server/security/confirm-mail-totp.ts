import type { ConfirmTotp, RecoveryCodes } from "~/features/auth/schema/security";
import { limitCodes } from "~/features/auth/server/security/limit-codes";
import { totpStepOf } from "~/features/auth/server/security/totp";
import { tellMailboxUser } from "~/features/users/server/access/tell-mailbox-user";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { openMailTotpSetup } from "./begin-mail-totp";
import { changeOwnMailbox } from "./change-own-mailbox";
import { requireFresh } from "./require-fresh";
import { mailTotpPurpose } from "./take-mail-code";
import { writeMailCodes } from "./write-mail-codes";

/**
 * Takes an authenticator app into use, in place of an earlier one, now that a code of it was right, and gives new recovery codes. From then on
 * the mailbox's password opens the webmail only together with a code, and lets no program in. Throws `auth.reauth_required`,
 * `auth.second_factor_wrong`, `auth.sign_in_expired`, `request.too_many`.
 */
export async function confirmMailTotp(
  ctx: MailboxCtx,
  { setup, code, signOutOthers }: ConfirmTotp,
): Promise<RecoveryCodes> {
  await requireFresh(ctx);
  const { sessionId, mailUserId } = ctx.actor;
  await limitCodes(ctx, sessionId);
  const secret = openMailTotpSetup(ctx, setup);
  const step = /^\d{6}$/.test(code) ? totpStepOf(secret, code, ctx.now()) : null;
  if (step === null) throw new AppError("auth.second_factor_wrong");
  const sealedTotpSecret = ctx.secretBox.seal(secret, mailTotpPurpose(mailUserId));
  const { answer } = await changeOwnMailbox(ctx, async (user, tx) => {
    const recoveryCodes = await writeMailCodes(tx, ctx.secretBox, user);
    await tellMailboxUser(tx, ctx, user, "factor_added");
    const set = { sealedTotpSecret, totpConfirmedAt: ctx.now(), totpLastStep: step };
    const after = { signOutOthers };
    return { action: "access.add_factor", set, after, endsOthers: signOutOthers, answer: recoveryCodes };
  });
  return { recoveryCodes: answer! };
}

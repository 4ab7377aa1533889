import { and, eq } from "drizzle-orm";
import { people, sessions } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";
import { releasePersonSessions } from "~/server/end-person-sessions";
import { renewTokens } from "~/server/renew-tokens";
import type { ConfirmTotp, FactorAdded } from "../../schema/security";
import { limitCodes } from "./limit-codes";
import { readFactors } from "./read-factors";
import { recordFactorChange } from "./record-factor-change";
import { totpPurpose } from "./take-code";
import { totpStepOf } from "./totp";
import { openSetup } from "./totp-setup";
import { writeRecoveryCodes } from "./write-recovery-codes";

/**
 * Takes an authenticator app into use, in place of an earlier one, now that a code of it was right. This session counts as one with a second
 * factor from then on. Throws `auth.second_factor_wrong`, `auth.sign_in_expired`, `request.too_many`.
 */
export async function confirmTotp(ctx: MemberCtx, { setup, code, signOutOthers }: ConfirmTotp): Promise<FactorAdded> {
  const { personId, sessionId } = ctx.actor;
  await limitCodes(ctx, sessionId);
  const secret = openSetup(ctx, setup);
  const step = /^\d{6}$/.test(code) ? totpStepOf(secret, code, ctx.now()) : null;
  if (step === null) throw new AppError("auth.second_factor_wrong");
  const sealedTotpSecret = ctx.secretBox.seal(secret, totpPurpose(personId));
  const done = await ctx.txAsPerson(async (tx) => {
    await tx.update(people).set({ sealedTotpSecret, totpStep: step }).where(eq(people.id, personId));
    const { person, recoveryCodesLeft } = await readFactors(tx, personId);
    const own = and(eq(sessions.tenantId, ctx.tenantId), eq(sessions.id, sessionId));
    await tx.update(sessions).set({ hasSecondFactor: true }).where(own);
    const recoveryCodes = recoveryCodesLeft ? null : await writeRecoveryCodes(tx, ctx.secretBox, personId);
    const ended = await recordFactorChange(tx, ctx, person, { kind: "totp_add", signOutOthers });
    return { recoveryCodes, ended };
  });
  await releasePersonSessions(ctx, done.ended);
  await renewTokens(ctx);
  return { recoveryCodes: done.recoveryCodes };
}

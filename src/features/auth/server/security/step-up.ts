import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";
import { renewTokens } from "~/server/renew-tokens";
import type { StepUp } from "../../schema/security";
import { verifyPassword } from "../password-hash";
import { recordRefusal } from "../record-refusal";
import { limitCodes } from "./limit-codes";
import { readFactors } from "./read-factors";
import { recordProof } from "./record-proof";
import { takeCode } from "./take-code";

/**
 * Proves anew who a member is, with everything that signing in would take: the password of whoever has one, and a code of whoever has a
 * second factor. Attempts are counted by session, so that a stolen one cannot hinder its owner. Throws `auth.wrong_credentials`,
 * `auth.second_factor_wrong`, `request.too_many`.
 */
export async function stepUp(ctx: MemberCtx, { password, code }: StepUp): Promise<void> {
  const { personId, sessionId } = ctx.actor;
  await ctx.rateLimit("sign-in.device", sessionId);
  const known = await ctx.txAsPerson((tx) => readFactors(tx, personId));
  if (!known.hasPassword && !known.hasTotp) throw new AppError("auth.wrong_credentials");
  if (known.hasPassword && !(await verifyPassword(known.person.passwordHash, password ?? ""))) {
    void recordRefusal(ctx, { personId });
    throw new AppError("auth.wrong_credentials");
  }
  if (known.hasSecondFactor) await limitCodes(ctx, sessionId);
  const isProven = await ctx.txAsPerson(async (tx) => {
    if (known.hasSecondFactor && !(code && (await takeCode(tx, ctx, known.person, code)))) return false;
    await recordProof(tx, ctx, { withSecondFactor: known.hasSecondFactor });
    return true;
  });
  if (!isProven) {
    void recordRefusal(ctx, { personId }, "auth.second_factor_refused");
    throw new AppError("auth.second_factor_wrong");
  }
  await renewTokens(ctx);
}

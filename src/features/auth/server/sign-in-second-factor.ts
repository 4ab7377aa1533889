import type { Context } from "~/server/context";
import { inScope } from "../../../../db/transaction";
import { AppError } from "~/lib/errors";
import type { Me } from "../schema";
import type { SignInSecondFactor } from "../schema/security";
import { knownDevice } from "./known-device";
import { recordRefusal } from "./record-refusal";
import { limitCodes } from "./security/limit-codes";
import { readFactors } from "./security/read-factors";
import { spendOnce } from "./security/spend-once";
import { takeCode } from "./security/take-code";
import { clearChallenge, findChallenge, passwordMarkOf } from "./sign-in-challenge";
import { signInPerson } from "./sign-in-person";

/**
 * The second step of signing in: a code of the person who took the first one in this browser. Throws `auth.sign_in_expired` when nobody
 * did within five minutes, `auth.second_factor_wrong`, `request.too_many`, and what `findPlace` throws.
 */
export async function signInSecondFactor(ctx: Context, { code }: SignInSecondFactor): Promise<Me> {
  await ctx.rateLimit("sign-in.ip", ctx.ip);
  const challenge = findChallenge(ctx);
  if (!challenge) throw new AppError("auth.sign_in_expired");
  const { personId, attemptId, passwordMark } = challenge;
  const { person } = await inScope(ctx.db, { personId }, (tx) => readFactors(tx, personId));
  await limitCodes(ctx, knownDevice(ctx, "member", person.email) ?? personId);
  if (passwordMarkOf(ctx, person) !== passwordMark) throw new AppError("auth.sign_in_expired");
  if (!(await inScope(ctx.db, { personId }, (tx) => takeCode(tx, ctx, person, code)))) {
    void recordRefusal(ctx, { personId }, "auth.second_factor_refused");
    throw new AppError("auth.second_factor_wrong");
  }
  if (!(await spendOnce(ctx, `sign-in ${attemptId}`))) throw new AppError("auth.sign_in_expired");
  clearChallenge(ctx);
  return signInPerson(ctx, person, { hasSecondFactor: true });
}

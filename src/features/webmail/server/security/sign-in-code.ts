import { and, eq, ne } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { knownDevice } from "~/features/auth/server/known-device";
import { recordRefusal } from "~/features/auth/server/record-refusal";
import { limitCodes } from "~/features/auth/server/security/limit-codes";
import { spendOnce } from "~/features/auth/server/security/spend-once";
import type { SignInSecondFactor } from "~/features/auth/schema/security";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import type { MailMe } from "../../schema";
import { openMailbox } from "../open-mailbox";
import { clearMailChallenge, findMailChallenge, mailPasswordMark } from "./mail-challenge";
import { takeMailCode } from "./take-mail-code";

/**
 * The second step of signing in to a mailbox: a code of whoever took the first one in this browser. Throws `auth.sign_in_expired` when nobody
 * did within five minutes, `auth.second_factor_wrong`, `request.too_many`, and what `openMailbox` throws.
 */
export async function signInCode(ctx: Context, { code }: SignInSecondFactor): Promise<MailMe> {
  await ctx.rateLimit("sign-in.ip", ctx.ip);
  const challenge = findMailChallenge(ctx);
  if (!challenge) throw new AppError("auth.sign_in_expired");
  const { tenantId, mailUserId, attemptId, passwordMark } = challenge;
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, mailUserId), ne(mailUsers.state, "deleted"));
  const [user] = await inScope(ctx.db, { tenantId }, (tx) => tx.select().from(mailUsers).where(own));
  if (!user) throw new AppError("auth.sign_in_expired");
  await limitCodes(ctx, knownDevice(ctx, "mailbox", user.address) ?? mailUserId);
  if (mailPasswordMark(ctx, user) !== passwordMark) throw new AppError("auth.sign_in_expired");
  // Without a second factor any more: the password that was given is all that is asked for.
  const isRight =
    !user.totpConfirmedAt || (await inScope(ctx.db, { tenantId }, (tx) => takeMailCode(tx, ctx, user, code)));
  if (!isRight) {
    void recordRefusal(ctx, { tenantId, mailUserId }, "auth.second_factor_refused");
    throw new AppError("auth.second_factor_wrong");
  }
  if (!(await spendOnce(ctx, `mailbox sign-in ${attemptId}`))) throw new AppError("auth.sign_in_expired");
  clearMailChallenge(ctx);
  return openMailbox(ctx, user);
}

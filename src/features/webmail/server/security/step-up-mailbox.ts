import { and, eq } from "drizzle-orm";
import { sessions } from "../../../../../db/schema";
import { verifyPassword } from "~/features/auth/server/password-hash";
import { recordRefusal } from "~/features/auth/server/record-refusal";
import { limitCodes } from "~/features/auth/server/security/limit-codes";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MailboxCtx } from "~/server/context";
import type { MailStepUp } from "../../schema/security";
import { findOwnMailbox } from "./find-own-mailbox";
import { takeMailCode } from "./take-mail-code";

/**
 * Proves anew who the mailbox user is, with everything that signing in would take. Attempts are counted by session, so that a stolen one
 * cannot hinder its owner. Throws `auth.wrong_credentials`, `auth.second_factor_wrong`, `request.too_many`.
 */
export async function stepUpMailbox(ctx: MailboxCtx, { password, code }: MailStepUp): Promise<void> {
  const { sessionId, mailUserId } = ctx.actor;
  const { tenantId } = ctx;
  await ctx.rateLimit("sign-in.device", sessionId);
  const user = await ctx.tx((tx) => findOwnMailbox(tx, ctx));
  if (!(await verifyPassword(user.passwordHash, password))) {
    void recordRefusal(ctx, { tenantId, mailUserId });
    throw new AppError("auth.wrong_credentials");
  }
  if (user.totpConfirmedAt) await limitCodes(ctx, sessionId);
  const isProven = await ctx.tx(async (tx) => {
    if (user.totpConfirmedAt && !(code && (await takeMailCode(tx, ctx, user, code)))) return false;
    const own = and(eq(sessions.tenantId, tenantId), eq(sessions.id, sessionId));
    await tx.update(sessions).set({ authenticatedAt: ctx.now() }).where(own);
    await audit(tx, ctx, { action: "session.step_up", subject: { type: "session", id: sessionId } });
    return true;
  });
  if (isProven) return;
  void recordRefusal(ctx, { tenantId, mailUserId }, "auth.second_factor_refused");
  throw new AppError("auth.second_factor_wrong");
}

import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { sessions } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";
import { releaseSessions } from "~/server/end-sessions";
import { personalClaims } from "~/server/refresh-session";
import { giveSession } from "~/server/session-gate";
import { hashToken, newRefreshToken } from "~/server/session-token";

/**
 * Gives this browser's session a new id and new tokens in the caller's transaction, so that copies of the old ones open nothing (ASVS
 * V7.2.4). Call what it resolves to after the commit: it puts them into the browser. Throws `auth.required` when the session has ended.
 */
export async function moveSession(tx: Transaction, ctx: MemberCtx): Promise<() => Promise<void>> {
  const { tenantId } = ctx;
  const { sessionId, memberId, email, role, personId, domainIds, isRestricted } = ctx.actor;
  const id = Bun.randomUUIDv7();
  const refreshToken = newRefreshToken(ctx.accessTokens, { id, tenantId });
  const [session] = await tx
    .update(sessions)
    .set({ id, tokenHash: hashToken(refreshToken), previousTokenHash: null, rotatedAt: ctx.now() })
    .where(and(eq(sessions.tenantId, tenantId), eq(sessions.id, sessionId)))
    .returning();
  if (!session) throw new AppError("auth.required");
  const person = personalClaims(session, { personId, domainIds, asksForFactor: isRestricted });
  const claims = { sid: id, tenant_id: tenantId, sub: memberId, email, role, person };
  return async () => {
    giveSession(ctx, ctx.cookies, { kind: "member", claims, refreshToken });
    await releaseSessions(ctx, tenantId, [{ id: sessionId, engineKeyId: null, accountId: null }]);
  };
}

import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { sessions } from "../../../../../db/schema";
import { sealEngineKey } from "~/features/auth/server/session-engine-key";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { releaseSessions } from "~/server/end-sessions";
import { giveSession } from "~/server/session-gate";
import { hashToken, newRefreshToken } from "~/server/session-token";

/**
 * Gives this browser's mailbox session a new id and new tokens in the caller's transaction, so that copies of the old ones open nothing (ASVS
 * V7.2.4). `secret` is the session's engine key (`sessionEngineKey`), which is sealed for the new id. Call what it resolves to after the
 * commit: it puts them into the browser. Throws `auth.required` when the session has ended.
 */
export async function moveMailSession(tx: Transaction, ctx: MailboxCtx, secret: string): Promise<() => Promise<void>> {
  const { tenantId } = ctx;
  const { sessionId, mailUserId, address } = ctx.actor;
  const id = Bun.randomUUIDv7();
  const refreshToken = newRefreshToken(ctx.accessTokens, { id, tenantId });
  const own = and(eq(sessions.tenantId, tenantId), eq(sessions.id, sessionId));
  const [session] = await tx.select({ keyId: sessions.engineKeyId }).from(sessions).where(own).for("update");
  if (!session?.keyId) throw new AppError("auth.required");
  const key = sealEngineKey(ctx.secretBox, id, { keyId: session.keyId, secret });
  const moved = { id, tokenHash: hashToken(refreshToken), previousTokenHash: null, rotatedAt: ctx.now() };
  await tx
    .update(sessions)
    .set({ ...moved, ...key })
    .where(own);
  const claims = {
    sid: id,
    tenant_id: tenantId,
    sub: mailUserId,
    email: address,
    role: "mailbox",
    person: null,
  } as const;
  return async () => {
    giveSession(ctx, ctx.cookies, { kind: "mailbox", claims, refreshToken });
    await releaseSessions(ctx, tenantId, [{ id: sessionId, engineKeyId: null, accountId: null }]);
  };
}

import { and, eq, gt } from "drizzle-orm";
import { sessions } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { SecretBox } from "~/server/secret-box";

const purposeOf = (sessionId: string) => `engine-key:${sessionId}`;

/** The columns of a session that hold its engine key. Sealed for this one session: it opens in no other row. */
export const sealEngineKey = (
  box: SecretBox,
  sessionId: string,
  { keyId, secret }: { keyId: string; secret: string },
) => ({
  engineKeyId: keyId,
  sealedEngineKey: box.seal(secret, purposeOf(sessionId)),
});

/** The engine credential of this mailbox session, for `engine.forUser`. Throws `auth.required` when the session has ended. */
export async function sessionEngineKey(ctx: MailboxCtx): Promise<string> {
  const { sessionId } = ctx.actor;
  const [row] = await ctx.tx((tx) =>
    tx
      .select({ sealed: sessions.sealedEngineKey })
      .from(sessions)
      .where(and(eq(sessions.tenantId, ctx.tenantId), eq(sessions.id, sessionId), gt(sessions.expiresAt, ctx.now()))),
  );
  if (!row?.sealed) throw new AppError("auth.required");
  return ctx.secretBox.open(row.sealed, purposeOf(sessionId));
}

import { and, eq } from "drizzle-orm";
import { sessions } from "../../../../../db/schema";
import type { SessionRef } from "~/features/auth/schema/security";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MailboxCtx } from "~/server/context";
import { endSessions, releaseSessions } from "~/server/end-sessions";
import { takeSession } from "~/server/session-gate";

/** Signs the mailbox user out in one browser; pages that are open there end at once. Throws `session.not_found`. */
export async function endMailSession(ctx: MailboxCtx, { sessionId }: SessionRef): Promise<void> {
  const { tenantId } = ctx;
  const own = and(eq(sessions.tenantId, tenantId), eq(sessions.mailUserId, ctx.actor.mailUserId));
  const ended = await ctx.tx(async (tx) => {
    const [mine] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(own, eq(sessions.id, sessionId)));
    if (!mine) throw new AppError("session.not_found");
    await audit(tx, ctx, { action: "session.revoke", subject: { type: "session", id: sessionId } });
    return endSessions(tx, ctx.now(), tenantId, { sessionId });
  });
  await releaseSessions(ctx, tenantId, ended).catch((error: unknown) =>
    ctx.log.warn("an engine key could not be destroyed yet", { tenant_id: tenantId, error }),
  );
  if (sessionId === ctx.actor.sessionId) takeSession(ctx.cookies, "mailbox");
}

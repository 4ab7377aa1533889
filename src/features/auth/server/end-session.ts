import { audit } from "~/server/audit";
import { type Context, mailboxContext, memberContext } from "~/server/context";
import { endSessions, releaseSessions } from "~/server/end-sessions";
import type { SessionKind } from "~/server/session-cookies";
import { takeSession } from "~/server/session-gate";

/**
 * Signs this browser out. The session ends even when the engine cannot be reached: its key, which expires anyway, is then destroyed
 * by the next pruning. Without a session it only clears the cookies.
 */
export async function endSession(ctx: Context, kind: SessionKind): Promise<void> {
  takeSession(ctx.cookies, kind);
  const actor = kind === "member" ? ctx.member && memberContext(ctx) : ctx.mailbox && mailboxContext(ctx);
  if (!actor) return;
  const { sessionId } = actor.actor;
  const ended = await actor.tx(async (tx) => {
    const rows = await endSessions(tx, ctx.now(), actor.tenantId, { sessionId });
    if (rows.length) await audit(tx, actor, { action: "session.end", subject: { type: "session", id: sessionId } });
    return rows;
  });
  await releaseSessions(ctx, actor.tenantId, ended).catch((error: unknown) =>
    ctx.log.warn("an engine key could not be destroyed", { tenant_id: actor.tenantId, error }),
  );
}

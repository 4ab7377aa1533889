import { and, eq } from "drizzle-orm";
import { sessions } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import { releasePersonSessions } from "~/server/end-person-sessions";
import { takeSession } from "~/server/session-gate";
import type { SessionRef } from "../../schema/security";

/** Signs the member out in one of their browsers, in whichever tenant; pages that are open there end at once. Throws `session.not_found`. */
export async function endOwnSession(ctx: MemberCtx, { sessionId }: SessionRef): Promise<void> {
  const { personId } = ctx.actor;
  const ended = await ctx.txAsPerson(async (tx) => {
    const own = and(eq(sessions.personId, personId), eq(sessions.id, sessionId));
    const gone = await tx.delete(sessions).where(own).returning({ id: sessions.id, tenantId: sessions.tenantId });
    if (gone.length === 0) throw new AppError("session.not_found");
    await audit(tx, ctx, { action: "session.revoke", subject: { type: "session", id: sessionId } });
    return gone;
  });
  await releasePersonSessions(ctx, ended);
  if (sessionId === ctx.actor.sessionId) takeSession(ctx.cookies, "member");
}

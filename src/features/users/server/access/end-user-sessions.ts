import { type Ctx, requireRole } from "~/server/context";
import { type EndedSession, endSessions, releaseSessions } from "~/server/end-sessions";
import type { UserRef } from "../../schema";
import { changeAccess } from "./change-access";

/** Signs a mailbox user out of the webmail in every browser; open pages end at once. Throws `user.not_found`. */
export async function endUserSessions(ctx: Ctx, { userId }: UserRef): Promise<void> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { tenantId } = ctx;
  const ended = await changeAccess<EndedSession[]>(ctx, userId, async (_, tx) => {
    const answer = await endSessions(tx, ctx.now(), tenantId, { mailUserId: userId });
    return { action: "access.end_sessions", after: { count: answer.length }, answer };
  });
  // The sessions have ended; a key that the engine could not be asked about has its row for the next pruning.
  await releaseSessions(ctx, tenantId, ended).catch((error: unknown) =>
    ctx.log.warn("an engine key could not be destroyed yet", { tenant_id: tenantId, error }),
  );
}

import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import { endPersonSessions, releasePersonSessions } from "~/server/end-person-sessions";

/** Signs the member out everywhere but here, in all of their tenants. */
export async function endOtherSessions(ctx: MemberCtx): Promise<void> {
  const { personId, sessionId, memberId } = ctx.actor;
  const ended = await ctx.txAsPerson(async (tx) => {
    const gone = await endPersonSessions(tx, personId, sessionId);
    const subject = { type: "member", id: memberId } as const;
    await audit(tx, ctx, { action: "session.revoke_others", subject, after: { count: gone.length } });
    return gone;
  });
  await releasePersonSessions(ctx, ended);
}

import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import { releaseSessions } from "~/server/end-sessions";
import { takeSession } from "~/server/session-gate";
import { dropPlace } from "./drop-place";
import { lockMember, requireOtherOwner } from "./lock-member";

/** Ends the caller's own membership and signs this browser out. Throws `member.last_owner`. */
export async function leaveTeam(ctx: MemberCtx): Promise<void> {
  const { memberId, personId } = ctx.actor;
  const ended = await ctx.tx(async (tx) => {
    const { member } = await lockMember(tx, ctx, memberId);
    const { email, role } = member;
    if (role === "owner") await requireOtherOwner(tx, ctx, memberId);
    const subject = { type: "member", id: memberId } as const;
    await audit(tx, ctx, { action: "member.leave", subject, before: { email, role } });
    return dropPlace(tx, ctx, { memberId, personId });
  });
  await releaseSessions(ctx, ctx.tenantId, ended);
  takeSession(ctx.cookies, "member");
}

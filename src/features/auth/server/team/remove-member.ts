import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import { releaseSessions } from "~/server/end-sessions";
import { queueNotice } from "~/server/notices/queue-notice";
import type { MemberRef } from "../../schema/team";
import { dropPlace } from "./drop-place";
import { lockMember, requireOtherOwner } from "./lock-member";
import { requireAppointer } from "./require-appointer";

/** Takes a member out of the team: signed out everywhere at once, API tokens gone. Throws `auth.role_too_low`, `member.not_found`, `member.last_owner`. */
export async function removeMember(ctx: MemberCtx, { memberId }: MemberRef): Promise<void> {
  requireAppointer(ctx);
  const { tenantId } = ctx;
  const ended = await ctx.tx(async (tx) => {
    const { tenant, member } = await lockMember(tx, ctx, memberId);
    requireAppointer(ctx, member.role);
    const { email, locale, role, personId } = member;
    if (role === "owner") await requireOtherOwner(tx, ctx, memberId);
    const subject = { type: "member", id: memberId } as const;
    await audit(tx, ctx, { action: "member.remove", subject, before: { email, role } });
    const fields = { company: tenant.name, by: ctx.actor.email };
    await queueNotice(tx, ctx, { kind: "member_removed", recipient: email, locale, tenantId, fields });
    return dropPlace(tx, ctx, { memberId, personId });
  });
  await releaseSessions(ctx, tenantId, ended);
}

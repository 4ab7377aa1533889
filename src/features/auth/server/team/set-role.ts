import { and, eq } from "drizzle-orm";
import { users } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { openSessionsOf, renewSessions } from "~/server/renew-sessions";
import type { SetRole } from "../../schema/team";
import { lockMember, requireOtherOwner } from "./lock-member";
import { requireAppointer } from "./require-appointer";
import { requireDomains } from "./require-domains";
import { roleWord } from "./role-word";

/**
 * Changes what a member may do, or which domains a domain admin looks after; it counts at once, in open pages, streams and for the member's
 * API tokens. Throws `auth.role_too_low`, `member.not_found`, `member.last_owner`, `domain.not_found`, and `auth.not_confirmed` when
 * somebody whose address is not confirmed should become an owner.
 */
export async function setRole(ctx: MemberCtx, { memberId, role, domainIds }: SetRole): Promise<void> {
  requireAppointer(ctx, role);
  const { tenantId } = ctx;
  const open = await ctx.tx(async (tx) => {
    const { tenant, member } = await lockMember(tx, ctx, memberId);
    requireAppointer(ctx, member.role);
    const before = { role: member.role, domainIds: member.domainIds };
    const after = { role, domainIds: await requireDomains(tx, ctx, domainIds) };
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    if (role === "owner" && !member.confirmedAt) throw new AppError("auth.not_confirmed");
    if (before.role === "owner") await requireOtherOwner(tx, ctx, memberId);
    await tx
      .update(users)
      .set(after)
      .where(and(eq(users.tenantId, tenantId), eq(users.id, memberId)));
    await audit(tx, ctx, { action: "member.set_role", subject: { type: "member", id: memberId }, before, after });
    const { email, locale } = member;
    const fields = { company: tenant.name, by: ctx.actor.email, role: roleWord(role, locale) };
    if (memberId !== ctx.actor.memberId)
      await queueNotice(tx, ctx, { kind: "role_changed", recipient: email, locale, tenantId, fields });
    return openSessionsOf(tx, ctx.now(), { tenantId, memberId });
  });
  renewSessions(ctx, tenantId, open);
}

import { and, eq } from "drizzle-orm";
import { users } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type MemberCtx, requireRole } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import { openSessionsOf, renewSessions } from "~/server/renew-sessions";
import type { MemberRef } from "../../schema/team";
import { lockMember } from "./lock-member";
import { roleWord } from "./role-word";

/**
 * Makes another member an owner and the caller an admin, in one step: there is an owner at every moment. Throws `auth.role_too_low` (also for
 * who has stopped being an owner meanwhile), `member.not_found`, `auth.not_confirmed` when the other's address is not confirmed.
 */
export async function transferOwnership(ctx: MemberCtx, { memberId }: MemberRef): Promise<void> {
  requireRole(ctx, "owner");
  const { tenantId } = ctx;
  const own = ctx.actor.memberId;
  const open = await ctx.tx(async (tx) => {
    const { tenant, member } = await lockMember(tx, ctx, memberId);
    if (memberId === own) return [];
    if ((await lockMember(tx, ctx, own)).member.role !== "owner") throw new AppError("auth.role_too_low");
    if (!member.confirmedAt) throw new AppError("auth.not_confirmed");
    const placeOf = (id: string) => and(eq(users.tenantId, tenantId), eq(users.id, id));
    await tx.update(users).set({ role: "owner", domainIds: null }).where(placeOf(memberId));
    await tx.update(users).set({ role: "admin" }).where(placeOf(own));
    const subject = { type: "member", id: memberId } as const;
    const after = { owner: member.email, before: ctx.actor.email };
    await audit(tx, ctx, { action: "tenant.transfer", subject, before: { role: member.role }, after });
    const { email, locale } = member;
    const fields = { company: tenant.name, by: ctx.actor.email, role: roleWord("owner", locale) };
    await queueNotice(tx, ctx, { kind: "role_changed", recipient: email, locale, tenantId, fields });
    const now = ctx.now();
    const sessions = [memberId, own].map((id) => openSessionsOf(tx, now, { tenantId, memberId: id }));
    return (await Promise.all(sessions)).flat();
  });
  renewSessions(ctx, tenantId, open);
}

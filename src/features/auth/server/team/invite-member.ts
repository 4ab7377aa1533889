import { and, eq } from "drizzle-orm";
import { invitations, people, users } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import { requireConfirmed } from "~/server/require-confirmed";
import type { Invite, InvitationRef } from "../../schema/team";
import { lockTenant } from "./lock-member";
import { requireAppointer } from "./require-appointer";
import { requireDomains } from "./require-domains";
import { newLink, sendInvitation } from "./send-invitation";

/**
 * Mails somebody a link with which they join the team within seven days. Whether the address has an account makes no difference. Who was
 * invited already gets a new link, and the new role counts. Throws `auth.role_too_low`, `auth.not_confirmed` while the tenant is not,
 * `member.already_there`, `domain.not_found`, `request.too_many`.
 */
export async function inviteMember(ctx: MemberCtx, { email, role, domainIds }: Invite): Promise<InvitationRef> {
  requireAppointer(ctx, role);
  await ctx.rateLimit("invite.tenant", ctx.tenantId);
  await ctx.rateLimit("invite.address", `${ctx.tenantId}:${email}`);
  return ctx.tx(async (tx) => {
    const tenant = await lockTenant(tx, ctx);
    await requireConfirmed(tx, ctx);
    const [member] = await tx
      .select({ id: users.id })
      .from(users)
      .innerJoin(people, eq(people.id, users.personId))
      .where(and(eq(users.tenantId, ctx.tenantId), eq(people.email, email)));
    if (member)
      throw new AppError("member.already_there", { issues: [{ path: "email", message: "team.issue_already_there" }] });
    const { token, stored } = newLink(ctx.now());
    const place = { role, domainIds: await requireDomains(tx, ctx, domainIds) };
    const change = { ...place, ...stored, invitedBy: ctx.actor.memberId };
    const [row] = await tx
      .insert(invitations)
      .values({ tenantId: ctx.tenantId, email, ...change })
      .onConflictDoUpdate({ target: [invitations.tenantId, invitations.email], set: change })
      .returning({ id: invitations.id });
    await sendInvitation(tx, ctx, { company: tenant.name, email, role, token });
    const subject = { type: "invitation", id: row!.id } as const;
    await audit(tx, ctx, { action: "invitation.add", subject, after: { email, ...place } });
    return { invitationId: row!.id };
  });
}

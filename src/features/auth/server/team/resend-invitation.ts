import { invitations } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { MemberCtx } from "~/server/context";
import type { InvitationRef } from "../../schema/team";
import { lockInvitation } from "./lock-invitation";
import { lockTenant } from "./lock-member";
import { requireAppointer } from "./require-appointer";
import { newLink, sendInvitation } from "./send-invitation";

/** Mails a new link for seven more days; the one before opens nothing any more. Throws `invitation.not_found`, `request.too_many`. */
export async function resendInvitation(ctx: MemberCtx, { invitationId }: InvitationRef): Promise<void> {
  requireAppointer(ctx);
  await ctx.rateLimit("invite.tenant", ctx.tenantId);
  await ctx.rateLimit("invite.address", `${ctx.tenantId}:${invitationId}`);
  await ctx.tx(async (tx) => {
    const { name } = await lockTenant(tx, ctx);
    const { row, own } = await lockInvitation(tx, ctx, invitationId);
    const { email, role } = row;
    const { token, stored } = newLink(ctx.now());
    await tx.update(invitations).set(stored).where(own);
    await sendInvitation(tx, ctx, { company: name, email, role, token });
    const subject = { type: "invitation", id: invitationId } as const;
    await audit(tx, ctx, { action: "invitation.resend", subject, after: { email } });
  });
}

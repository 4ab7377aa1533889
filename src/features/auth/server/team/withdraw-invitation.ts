import { invitations } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { InvitationRef } from "../../schema/team";
import { lockInvitation } from "./lock-invitation";

/** Takes an invitation back: its link opens nothing any more. Throws `invitation.not_found`. */
export async function withdrawInvitation(ctx: Ctx, { invitationId }: InvitationRef): Promise<void> {
  await ctx.tx(async (tx) => {
    const { row, own } = await lockInvitation(tx, ctx, invitationId);
    await tx.delete(invitations).where(own);
    const subject = { type: "invitation", id: invitationId } as const;
    await audit(tx, ctx, { action: "invitation.withdraw", subject, before: { email: row.email, role: row.role } });
  });
}

import { and, eq } from "drizzle-orm";
import { mailboxRecoveryCodes } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { UserRef } from "../../schema";
import { changeUser } from "../change-user";
import { tellMailboxUser } from "./tell-mailbox-user";

/**
 * Takes the second factor of a mailbox user who lost it out of use, and signs them out everywhere: from now on the password lets them in.
 * They are told at their recovery address. Without a second factor nothing happens. Throws `user.not_found`.
 */
export async function removeSecondFactor(ctx: Ctx, { userId }: UserRef): Promise<void> {
  await changeUser(ctx, userId, async (user, tx) => {
    if (!user.totpConfirmedAt) return null;
    const own = and(eq(mailboxRecoveryCodes.tenantId, ctx.tenantId), eq(mailboxRecoveryCodes.mailUserId, userId));
    await tx.delete(mailboxRecoveryCodes).where(own);
    await tellMailboxUser(tx, ctx, user, "factor_removed_by_admin");
    const set = { sealedTotpSecret: null, totpConfirmedAt: null, totpLastStep: null };
    return { action: "access.remove_factor", set, endsSessions: true };
  });
}

import type { Ctx } from "~/server/context";
import type { UserRef } from "../../schema";
import { changeAccess } from "./change-access";
import { voidMailboxLinks } from "./mailbox-link";

/** Makes the link for a password that a mailbox user was given worthless; without one nothing changes. Throws `user.not_found`. */
export const revokeLink = (ctx: Ctx, { userId }: UserRef): Promise<void> =>
  changeAccess(ctx, userId, async ({ id, tenantId }, tx) => {
    const count = await voidMailboxLinks(tx, { tenantId, mailUserId: id }, "invite", "reset");
    return { action: "access.revoke_link", after: { count }, answer: undefined };
  });

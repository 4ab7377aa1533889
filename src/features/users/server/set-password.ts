import { hashPassword } from "~/features/auth/server/password-hash";
import { requireStrongPassword } from "~/features/auth/server/password-strength";
import { type Ctx, requireRole } from "~/server/context";
import type { MailUser, SetPassword } from "../schema";
import { voidMailboxLinks } from "./access/mailbox-link";
import { changeUser } from "./change-user";
import { getUser } from "./get-user";
import { toMailUser } from "./mail-user-view";

/** Gives a mailbox user a new password and signs them out everywhere. Throws `user.not_found`, `auth.weak_password`, `request.too_many`. */
export async function setPassword(ctx: Ctx, { userId, password }: SetPassword): Promise<MailUser> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { address, displayName } = await getUser(ctx, { userId });
  requireStrongPassword(password, [address, displayName]);
  const passwordHash = await hashPassword(password);
  const row = await changeUser(ctx, userId, async ({ tenantId }, tx) => {
    // Whoever still holds a link was meant to choose the password that this one takes the place of.
    await voidMailboxLinks(tx, { tenantId, mailUserId: userId }, "invite", "reset");
    return { action: "user.set_password", set: { passwordHash, passwordSetAt: ctx.now() }, endsSessions: true };
  });
  return toMailUser(row);
}

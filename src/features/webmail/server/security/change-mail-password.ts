import { hashPassword, verifyPassword } from "~/features/auth/server/password-hash";
import { requireStrongPassword } from "~/features/auth/server/password-strength";
import { recordRefusal } from "~/features/auth/server/record-refusal";
import { sessionEngineKey } from "~/features/auth/server/session-engine-key";
import { destroyNow, revokeAppPasswords } from "~/features/users/server/access/revoke-app-passwords";
import { tellMailboxUser } from "~/features/users/server/access/tell-mailbox-user";
import { voidMailboxLinks } from "~/features/users/server/access/mailbox-link";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { ChangeMailPassword } from "../../schema/security";
import { changeOwnMailbox } from "./change-own-mailbox";
import { findOwnMailbox } from "./find-own-mailbox";
import { moveMailSession } from "./move-mail-session";
import { tenantNameOf } from "./tenant-name-of";

const wrong = () =>
  new AppError("auth.wrong_credentials", {
    issues: [{ path: "currentPassword", message: "auth.issue_password_wrong" }],
  });

/**
 * Changes the password of whoever is signed in. Every other browser is signed out, this one gets new tokens, and links for another password
 * are worth nothing. Throws `auth.wrong_credentials`, `auth.weak_password`, `request.too_many`.
 */
export async function changeMailPassword(ctx: MailboxCtx, given: ChangeMailPassword): Promise<void> {
  const { currentPassword, newPassword, removeApps } = given;
  const { sessionId, mailUserId } = ctx.actor;
  const { tenantId } = ctx;
  await ctx.rateLimit("sign-in.device", sessionId);
  const [known, company] = await ctx.tx((tx) => Promise.all([findOwnMailbox(tx, ctx), tenantNameOf(tx, tenantId)]));
  if (!(await verifyPassword(known.passwordHash, currentPassword))) {
    void recordRefusal(ctx, { tenantId, mailUserId });
    throw wrong();
  }
  requireStrongPassword(newPassword, [known.address, known.displayName, company], "newPassword");
  const passwordHash = await hashPassword(newPassword);
  const secret = await sessionEngineKey(ctx);
  let give: () => Promise<void> = async () => {};
  const { user } = await changeOwnMailbox(ctx, async (user, tx) => {
    // Changed by another browser since it was compared.
    if (user.passwordHash !== known.passwordHash) throw wrong();
    await voidMailboxLinks(tx, { tenantId, mailUserId }, "invite", "reset");
    const removed = removeApps ? await revokeAppPasswords(tx, ctx.now(), user) : [];
    await tellMailboxUser(tx, ctx, user, removeApps ? "password_changed_apps" : "password_changed");
    return {
      ...{ action: "access.change_password", set: { passwordHash, passwordSetAt: ctx.now() }, endsOthers: true },
      after: { removedApps: removed.length },
      lastly: async () => void (give = await moveMailSession(tx, ctx, secret)),
      answer: undefined,
    };
  });
  await give();
  if (removeApps) await destroyNow(ctx, user);
}

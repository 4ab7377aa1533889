import { and, eq, ne } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import { hashPassword } from "~/features/auth/server/password-hash";
import { requireStrongPassword } from "~/features/auth/server/password-strength";
import { findMailboxLink, useMailboxLink, voidMailboxLinks } from "~/features/users/server/access/mailbox-link";
import { destroyNow, revokeAppPasswords } from "~/features/users/server/access/revoke-app-passwords";
import { tellMailboxUser } from "~/features/users/server/access/tell-mailbox-user";
import { changeUser } from "~/features/users/server/change-user";
import { AppError } from "~/lib/errors";
import { type Context, systemContext } from "~/server/context";
import type { MailMe } from "../../schema";
import type { SetByLink } from "../../schema/security";
import { tenantNameOf } from "./tenant-name-of";

/**
 * Sets the password of a mailbox by a link, which is used up, and ends every session of its user. Nobody is signed in by it, so a second factor
 * is asked for as ever. Throws `auth.link_invalid`, `auth.weak_password`, `request.too_many`.
 */
export async function setByLink(ctx: Context, { token, password, removeApps }: SetByLink): Promise<MailMe> {
  await ctx.rateLimit("link.ip", ctx.ip);
  const link = await findMailboxLink(ctx, token);
  if (link.kind === "recovery_email") throw new AppError("auth.link_invalid");
  const { tenantId, mailUserId } = link;
  const { ip, requestId, locale } = ctx;
  const actor = { ...systemContext(ctx, { job: "mailbox-link" }, tenantId), ip, requestId, locale };
  const own = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.id, mailUserId), ne(mailUsers.state, "deleted"));
  const [[known], company] = await actor.tx((tx) =>
    Promise.all([tx.select().from(mailUsers).where(own), tenantNameOf(tx, tenantId)]),
  );
  if (!known) throw new AppError("auth.link_invalid");
  requireStrongPassword(password, [known.address, known.displayName, company]);
  const passwordHash = await hashPassword(password);
  const user = await changeUser(actor, mailUserId, async (row, tx) => {
    await useMailboxLink(tx, link);
    await voidMailboxLinks(tx, link, "invite", "reset");
    const removed = removeApps ? await revokeAppPasswords(tx, ctx.now(), row) : [];
    await tellMailboxUser(tx, actor, row, removeApps ? "password_set_apps" : "password_set");
    const set = { passwordHash, passwordSetAt: ctx.now() };
    const after = { by: link.kind, removedApps: removed.length };
    return { action: "access.set_password", set, after, endsSessions: true };
  });
  if (removeApps) await destroyNow(actor, user);
  return { address: user.address, displayName: user.displayName };
}

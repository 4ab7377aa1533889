import { appPasswords } from "../../../../../db/schema";
import { appPasswordsOf, maxAppPasswords } from "~/features/users/server/access/app-passwords-of";
import { tellMailboxUser } from "~/features/users/server/access/tell-mailbox-user";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { CreateAppPassword, NewAppPassword } from "../../schema/security";
import { changeOwnMailbox } from "./change-own-mailbox";
import { findOwnMailbox } from "./find-own-mailbox";
import { requireFresh } from "./require-fresh";

const dayMs = 86_400_000;

/**
 * Makes a password for one program or device. The mail server makes the secret, it is shown this once and kept by nobody here. Throws
 * `auth.reauth_required`, `app_password.too_many`, `engine.unavailable`.
 */
export async function createAppPassword(
  ctx: MailboxCtx,
  { name, scope, days }: CreateAppPassword,
): Promise<NewAppPassword> {
  await requireFresh(ctx);
  const [{ engineId: accountId, id: mailUserId }, known] = await ctx.tx((tx) =>
    Promise.all([findOwnMailbox(tx, ctx), appPasswordsOf(tx, { id: ctx.actor.mailUserId, tenantId: ctx.tenantId })]),
  );
  if (known.length >= maxAppPasswords) throw new AppError("app_password.too_many", { max: maxAppPasswords });
  if (!accountId) throw new AppError("engine.unavailable", { reason: "The mailbox is still being made." });
  const expiresAt = days === null ? null : new Date(ctx.now().getTime() + days * dayMs);
  const { mint, destroy } = ctx.engine.directory.appPasswords;
  const { keyId: engineKeyId, secret } = await mint({ accountId, description: name, scope, expiresAt });
  const keep = changeOwnMailbox(ctx, async (user, tx) => {
    // Of several that are made at once no more are kept than there may be.
    if ((await appPasswordsOf(tx, user)).length >= maxAppPasswords)
      throw new AppError("app_password.too_many", { max: maxAppPasswords });
    const row = { tenantId: ctx.tenantId, mailUserId, name, scope, engineKeyId, expiresAt, createdAt: ctx.now() };
    const [made] = await tx.insert(appPasswords).values(row).returning();
    await tellMailboxUser(tx, ctx, user, "app_added");
    return {
      action: "access.add_app",
      after: { name, scope, expiresAt: expiresAt?.toISOString() ?? null },
      answer: made!,
    };
  });
  const { answer } = await keep.catch(async (error: unknown) => {
    // No row names it: nobody else would ever destroy it.
    await destroy({ accountId, keyId: engineKeyId }).catch((cause: unknown) =>
      ctx.log.error("an app password is left behind", { tenant_id: ctx.tenantId, error: cause }),
    );
    throw error;
  });
  const { id, createdAt } = answer!;
  return {
    ...{ id, name, scope, secret, createdAt: createdAt.toISOString() },
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}

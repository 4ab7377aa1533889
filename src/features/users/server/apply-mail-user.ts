import { and, eq, isNull } from "drizzle-orm";
import { mailUsers } from "../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import type { Ctx } from "~/server/context";
import type { UserRef } from "../schema";
import { engineHashOf } from "./access/engine-hash-of";
import { destroyEndedKeys } from "./destroy-ended-keys";
import { eraseMailUser } from "./erase-mail-user";
import { destroyRevokedAppPasswords } from "./access/revoke-app-passwords";
import { applyMailScript } from "./scripts/apply-mail-script";
import { letGo } from "./let-go";
import { requireOwnAccount } from "./require-own-account";
import { findMailUser, type MailUserSubject } from "./mail-user-subject";

/** How often a row may change while the engine is at work before the next job goes on with it. */
const rounds = 5;

/**
 * Makes the engine agree with a mailbox user: the account under its address, with its other addresses and what it is kept from, or none when the time of
 * a deleted one is over; and destroys the keys of sessions that ended. Idempotent. Rejects with `EngineError` after the reason was stored.
 */
export async function applyMailUser(ctx: Ctx, { userId }: UserRef): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    const user = await findMailUser(ctx, userId);
    if (!user) break;
    const engineId = await attempt(ctx, user);
    if (await settle(ctx, user, engineId)) break;
  }
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "user", subjectId: userId });
}

/** The row as it was read: what changed since is the next one's work. */
const asRead = (ctx: Ctx, { id, revision }: MailUserSubject) =>
  and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, id), eq(mailUsers.revision, revision));

async function attempt(ctx: Ctx, user: MailUserSubject): Promise<string | null> {
  try {
    if (user.isOver) {
      await eraseMailUser(ctx, user);
      return null;
    }
    const { address, displayName, quotaBytes, blocks, aliases, engineId } = user;
    const account = { address, displayName, quotaBytes, passwordHash: engineHashOf(user), blocks, aliases };
    const known = engineId === null ? {} : { accountId: engineId };
    if (engineId === null) await requireOwnAccount(ctx, user);
    // First what shuts every way in at once, then one key after the other.
    const { accountId } = await ctx.engine.directory.accounts.ensure({ ...account, ...known });
    if (engineId === null) await keepEngineId(ctx, user, accountId);
    await destroyEndedKeys(ctx, user);
    await destroyRevokedAppPasswords(ctx, user);
    await applyMailScript(ctx, user, account, accountId);
    return accountId;
  } catch (error) {
    if (error instanceof EngineError) {
      if (error.failure === "conflict") await letGo(ctx, user).catch(() => {});
      await ctx.tx((tx) => tx.update(mailUsers).set({ applyError: error.failure }).where(asRead(ctx, user)));
      ctx.events.publish({ tenantId: ctx.tenantId, topic: "user", subjectId: user.id });
    }
    throw error;
  }
}

/** At once, whatever else fails or has changed: an account that nobody knows any more would keep its address and mail from everybody. */
const keepEngineId = (ctx: Ctx, { id }: MailUserSubject, engineId: string) =>
  ctx.tx((tx) =>
    tx
      .update(mailUsers)
      .set({ engineId })
      .where(and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, id), isNull(mailUsers.engineId))),
  );

/** Stores what was applied. False when the row changed meanwhile: the engine may now have the older of the two, so it is done again. */
async function settle(ctx: Ctx, user: MailUserSubject, engineId: string | null): Promise<boolean> {
  const applied = { engineId, appliedRevision: user.revision, applyError: null, appliedAt: ctx.now() };
  const settled = await ctx.tx((tx) =>
    tx.update(mailUsers).set(applied).where(asRead(ctx, user)).returning({ id: mailUsers.id }),
  );
  return settled.length > 0;
}

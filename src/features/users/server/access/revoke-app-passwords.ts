import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { appPasswords } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { MailUserRow } from "../mail-user-view";

type Whose = Pick<MailUserRow, "id" | "tenantId">;
const ofUser = ({ id, tenantId }: Whose) => and(eq(appPasswords.tenantId, tenantId), eq(appPasswords.mailUserId, id));

/**
 * Marks app passwords as removed, one or all of a mailbox user. Answers their names. The caller raises the user's revision, so that
 * `destroyRevokedAppPasswords` is done by whoever applies the user, and calls that itself after the commit.
 */
export async function revokeAppPasswords(
  tx: Transaction,
  now: Date,
  user: Whose,
  appPasswordId?: string,
): Promise<string[]> {
  const which = appPasswordId === undefined ? undefined : eq(appPasswords.id, appPasswordId);
  const gone = await tx
    .update(appPasswords)
    .set({ revokedAt: now })
    .where(and(ofUser(user), which, isNull(appPasswords.revokedAt)))
    .returning({ name: appPasswords.name });
  return gone.map(({ name }) => name);
}

/** Has the engine forget the app passwords that were removed here, then the database. Idempotent. Rejects with `EngineError`. */
export async function destroyRevokedAppPasswords(ctx: Ctx, user: Whose & Pick<MailUserRow, "engineId">): Promise<void> {
  const revoked = and(ofUser(user), isNotNull(appPasswords.revokedAt));
  const rows = await ctx.tx((tx) => tx.select().from(appPasswords).where(revoked));
  // One after the other: they live inside the account's record, and two changes at once make one of them fail.
  for (const { id, engineKeyId: keyId } of rows) {
    const { engineId: accountId } = user;
    if (accountId) await ctx.engine.directory.appPasswords.destroy({ accountId, keyId });
    await ctx.tx((tx) => tx.delete(appPasswords).where(and(ofUser(user), eq(appPasswords.id, id))));
  }
}

/** The same at once, for whoever has just removed one: what fails is done by the job that applies the user. */
export const destroyNow = (ctx: Ctx, user: Whose & Pick<MailUserRow, "engineId">): Promise<void> =>
  destroyRevokedAppPasswords(ctx, user).catch((error: unknown) =>
    ctx.log.warn("an app password could not be destroyed yet", { tenant_id: ctx.tenantId, error }),
  );

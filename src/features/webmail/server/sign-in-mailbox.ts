import { eq } from "drizzle-orm";
import { mailUsers, tenants } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { verifyPassword } from "~/features/auth/server/password-hash";
import { limitSignIn } from "~/features/auth/server/limit-sign-in";
import { recordRefusal } from "~/features/auth/server/record-refusal";
import { inSignInLine } from "~/features/auth/server/sign-in-line";
import { startSession } from "~/features/auth/server/start-session";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import { absoluteLifetimeMs } from "~/server/refresh-session";
import type { MailMe, MailSignIn } from "../schema";

/**
 * Signs a mailbox user in with a key of the engine that lives as long as the session may, however often it is refreshed. An unknown
 * address and a wrong password get the same answer after the same time. Throws `auth.wrong_credentials`, `user.suspended`,
 * `engine.unavailable`, `request.too_many`.
 */
export async function signInMailbox(ctx: Context, { address, password }: MailSignIn): Promise<MailMe> {
  await limitSignIn(ctx, "mailbox", address);
  // The engine is not asked in line: one that is slow must not keep members out as well.
  const { known, isRight } = await inSignInLine(async () => {
    const [person] = await inScope(ctx.db, { lookup: address }, (tx) =>
      tx.select().from(mailUsers).where(eq(mailUsers.address, address)),
    );
    const found = person && person.state !== "deleted" ? person : null;
    return { known: found, isRight: await verifyPassword(found?.passwordHash ?? null, password) };
  });
  if (!isRight) {
    if (known) void recordRefusal(ctx, { tenantId: known.tenantId, mailUserId: known.id });
    throw new AppError("auth.wrong_credentials");
  }
  const { id: mailUserId, tenantId, displayName, engineId, state } = known!;
  const [tenant] = await inScope(ctx.db, { tenantId }, (tx) =>
    tx.select({ state: tenants.state }).from(tenants).where(eq(tenants.id, tenantId)),
  );
  if (state !== "active" || tenant?.state !== "active") throw new AppError("user.suspended");
  if (!engineId) throw new AppError("engine.unavailable", { reason: "The mailbox is still being made." });
  const { keys } = ctx.engine.directory;
  const engineKey = await keys.mint({
    accountId: engineId,
    description: "DeftMail webmail",
    expiresAt: new Date(ctx.now().getTime() + absoluteLifetimeMs),
  });
  try {
    await startSession(ctx, { kind: "mailbox", tenantId, mailUserId, address, engineKey });
  } catch (error) {
    // No row names the key: nobody else would ever destroy it.
    await keys
      .destroy({ accountId: engineId, keyId: engineKey.keyId })
      .catch((cause: unknown) => ctx.log.error("an engine key is left behind", { tenant_id: tenantId, error: cause }));
    throw error;
  }
  return { address, displayName };
}

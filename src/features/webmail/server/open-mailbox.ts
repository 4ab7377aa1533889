import { eq } from "drizzle-orm";
import type { mailUsers } from "../../../../db/schema";
import { tenants } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { startSession } from "~/features/auth/server/start-session";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Context, systemContext } from "~/server/context";
import { endSessions, releaseSessions } from "~/server/end-sessions";
import { absoluteLifetimeMs } from "~/server/refresh-session";
import type { MailMe } from "../schema";
import { recordSignIn } from "./record-sign-in";

type MailUserRow = typeof mailUsers.$inferSelect;

/** Throws `user.suspended` when the mailbox user or the tenant may not sign in. */
export async function requireOpen({ db }: Context, { tenantId, maySignIn }: MailUserRow): Promise<void> {
  const [tenant] = await inScope(db, { tenantId }, (tx) =>
    tx.select({ state: tenants.state }).from(tenants).where(eq(tenants.id, tenantId)),
  );
  if (!maySignIn || tenant?.state !== "active") throw new AppError("user.suspended");
}

/** Fewer than the keys that the engine lets an account have: forwarding, groups and a second sign-in at once need one, too. */
const mostSessions = 40;

/** Signs out where the mailbox was not used for longest, so that a browser which forgets its cookies every day never runs out of keys. */
async function makeRoom(ctx: Context, { id: mailUserId, tenantId }: MailUserRow): Promise<void> {
  const { ip, requestId } = ctx;
  const actor = { ...systemContext(ctx, { job: "session-limit" }, tenantId), ip, requestId };
  const ended = await actor.tx(async (tx) => {
    const rows = await endSessions(tx, ctx.now(), tenantId, { mailUserId, keep: mostSessions - 1 });
    for (const { id } of rows) await audit(tx, actor, { action: "session.end", subject: { type: "session", id } });
    return rows;
  });
  await releaseSessions(ctx, tenantId, ended);
}

/**
 * Opens the mailbox of whoever has proven to be its user, with a key of the engine that lives as long as the session may, however often it
 * is refreshed. Throws `user.suspended`, `engine.unavailable`.
 */
export async function openMailbox(ctx: Context, user: MailUserRow): Promise<MailMe> {
  const { id: mailUserId, tenantId, address, displayName, engineId } = user;
  await requireOpen(ctx, user);
  if (!engineId) throw new AppError("engine.unavailable", { reason: "The mailbox is still being made." });
  await makeRoom(ctx, user);
  const { keys } = ctx.engine.directory;
  const engineKey = await keys.mint({
    accountId: engineId,
    description: "DeftMail webmail",
    expiresAt: new Date(ctx.now().getTime() + absoluteLifetimeMs),
  });
  try {
    await startSession(ctx, { kind: "mailbox", tenantId, mailUserId, address, engineKey }, (tx) =>
      recordSignIn(tx, ctx, user),
    );
  } catch (error) {
    // No row names the key: nobody else would ever destroy it.
    await keys
      .destroy({ accountId: engineId, keyId: engineKey.keyId })
      .catch((cause: unknown) => ctx.log.error("an engine key is left behind", { tenant_id: tenantId, error: cause }));
    throw error;
  }
  return { address, displayName };
}

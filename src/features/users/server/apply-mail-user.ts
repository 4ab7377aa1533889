import { and, eq, isNotNull, lte } from "drizzle-orm";
import { domains, mailUsers, sessions, tenants } from "../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import type { TenantState } from "../../../../db/schema/enums";
import type { Ctx } from "~/server/context";
import { releaseSessions } from "~/server/end-sessions";
import type { UserRef } from "../schema";
import type { MailUserRow } from "./mail-user-view";

/** How often a row may change while the engine is at work before the next job goes on with it. */
const rounds = 5;

/**
 * Makes the engine agree with a mailbox user: creates or changes the account, or removes it, and destroys the keys of sessions that
 * ended. Idempotent by address. Rejects with `EngineError` after the reason was stored.
 */
export async function applyMailUser(ctx: Ctx, { userId }: UserRef): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    const user = await find(ctx, userId);
    if (!user) return;
    const engineId = await attempt(ctx, user);
    if (await settle(ctx, user, engineId)) break;
  }
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "user", subjectId: userId });
}

const rowOf = (ctx: Ctx, userId: string) => and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, userId));

type Subject = MailUserRow & { tenantState: TenantState; isFrozen: boolean };

/** Nothing for a tenant whose time is over: what is about to be erased must not be made anew. */
async function find(ctx: Ctx, userId: string): Promise<Subject | undefined> {
  const [found] = await ctx.tx((tx) =>
    tx
      .select({
        user: mailUsers,
        tenantState: tenants.state,
        eraseAt: tenants.eraseAt,
        frozenUntil: domains.frozenUntil,
      })
      .from(mailUsers)
      .innerJoin(tenants, eq(tenants.id, mailUsers.tenantId))
      .innerJoin(domains, eq(domains.id, mailUsers.domainId))
      .where(rowOf(ctx, userId)),
  );
  if (!found || (found.eraseAt && found.eraseAt <= ctx.now())) return undefined;
  return { ...found.user, tenantState: found.tenantState, isFrozen: found.frozenUntil !== null };
}

async function attempt(ctx: Ctx, user: Subject): Promise<string | null> {
  try {
    await destroyEndedKeys(ctx, user);
    const { accounts } = ctx.engine.directory;
    const { address, displayName, quotaBytes, passwordHash, state } = user;
    if (state === "deleted") {
      await accounts.remove(address);
      return null;
    }
    const mayMail = state === "active" && user.tenantState === "active" && !user.isFrozen;
    const access = mayMail ? "full" : "suspended";
    return (await accounts.ensure({ address, displayName, quotaBytes, passwordHash, access })).accountId;
  } catch (error) {
    if (error instanceof EngineError) {
      const { revision } = user;
      const isCurrent = and(rowOf(ctx, user.id), eq(mailUsers.revision, revision));
      await ctx.tx((tx) => tx.update(mailUsers).set({ applyError: error.failure }).where(isCurrent));
      ctx.events.publish({ tenantId: ctx.tenantId, topic: "user", subjectId: user.id });
    }
    throw error;
  }
}

/** Stores what was applied. False when the row changed meanwhile: the engine may now have the older of the two, so it is done again. */
async function settle(ctx: Ctx, { id, revision }: MailUserRow, engineId: string | null): Promise<boolean> {
  const applied = { engineId, appliedRevision: revision, applyError: null, appliedAt: ctx.now() };
  const settled = await ctx.tx((tx) =>
    tx
      .update(mailUsers)
      .set(applied)
      .where(and(rowOf(ctx, id), eq(mailUsers.revision, revision)))
      .returning({ id: mailUsers.id }),
  );
  return settled.length > 0;
}

async function destroyEndedKeys(ctx: Ctx, { id, engineId }: MailUserRow): Promise<void> {
  const ended = await ctx.tx((tx) =>
    tx
      .select({ id: sessions.id, engineKeyId: sessions.engineKeyId })
      .from(sessions)
      .where(
        and(
          eq(sessions.tenantId, ctx.tenantId),
          eq(sessions.mailUserId, id),
          isNotNull(sessions.engineKeyId),
          lte(sessions.expiresAt, ctx.now()),
        ),
      ),
  );
  const withAccount = ended.map((session) => ({ ...session, accountId: engineId }));
  await releaseSessions(ctx, ctx.tenantId, withAccount);
}

import { and, eq, inArray, isNotNull, isNull, ne, sql, type SQL } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { mailUsers, sessions } from "../../db/schema";
import { inScope } from "../../db/transaction";
import type { Services } from "./services";

export type EndedSession = { id: string; engineKeyId: string | null; accountId: string | null };
export type WhichSessions =
  | { sessionId: string }
  | { memberId: string }
  /** All of a mailbox, or all but the one that asks for it. */
  | { mailUserId: string; butSessionId?: string }
  /** All of a mailbox but so many, those that were used last. */
  | { mailUserId: string; keep: number }
  /** All of the tenant: members' and mailbox users'. */
  | { everybody: true };

const matching = (which: WhichSessions): SQL => {
  if ("everybody" in which) return isNotNull(sessions.id);
  if ("sessionId" in which) return eq(sessions.id, which.sessionId);
  if ("memberId" in which) return eq(sessions.userId, which.memberId);
  if ("keep" in which) {
    const own = eq(sessions.mailUserId, which.mailUserId);
    const lastUsed = sql`select id from ${sessions} where ${own} order by rotated_at desc, id desc limit ${which.keep}`;
    return and(own, sql`${sessions.id} not in (${lastUsed})`)!;
  }
  const { mailUserId, butSessionId } = which;
  return and(eq(sessions.mailUserId, mailUserId), butSessionId ? ne(sessions.id, butSessionId) : undefined)!;
};

/**
 * Ends sessions within the caller's transaction: no refresh token of theirs is accepted any more. Rows that hold an engine key stay,
 * expired, until `releaseSessions` has seen the key destroyed. Call it after the commit.
 */
export async function endSessions(
  tx: Transaction,
  now: Date,
  tenantId: string,
  which: WhichSessions,
): Promise<EndedSession[]> {
  const mine = and(eq(sessions.tenantId, tenantId), matching(which));
  const gone = await tx
    .delete(sessions)
    .where(and(mine, isNull(sessions.engineKeyId)))
    .returning({ id: sessions.id });
  await tx
    .update(sessions)
    .set({ expiresAt: now, sealedEngineKey: null })
    .where(and(mine, isNotNull(sessions.engineKeyId)));
  const left = await tx
    .select({ id: sessions.id, engineKeyId: sessions.engineKeyId, accountId: mailUsers.engineId })
    .from(sessions)
    .leftJoin(mailUsers, eq(mailUsers.id, sessions.mailUserId))
    .where(mine);
  return [...gone.map(({ id }) => ({ id, engineKeyId: null, accountId: null })), ...left];
}

/**
 * Makes ended sessions useless at once: forgets their tokens, tells their open pages, destroys their engine keys. A key that the
 * engine could not be asked to destroy keeps its row, for whoever calls this again with it. Rejects with what the engine said.
 */
export async function releaseSessions(services: Services, tenantId: string, ended: EndedSession[]): Promise<void> {
  for (const { id } of ended) {
    services.accessTokens.drop(id, services.now());
    services.events.publish({ tenantId, topic: "session", subjectId: id });
  }
  const keyed = ended.filter((session) => session.engineKeyId);
  if (keyed.length === 0) return;
  // One after the other: keys live inside the account's record, and two changes at once make one of them fail.
  for (const { engineKeyId, accountId } of keyed)
    if (accountId) await services.engine.directory.keys.destroy({ accountId, keyId: engineKeyId! });
  await inScope(services.db, { tenantId }, (tx) =>
    tx.delete(sessions).where(
      and(
        eq(sessions.tenantId, tenantId),
        inArray(
          sessions.id,
          keyed.map(({ id }) => id),
        ),
      ),
    ),
  );
}

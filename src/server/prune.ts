import { and, eq, lt, sql } from "drizzle-orm";
import { idempotencyKeys, jobs, mailUsers, sessions } from "../../db/schema";
import { inScope } from "../../db/transaction";
import { releaseSessions } from "./end-sessions";
import { pruneDnsTokens } from "./prune-dns-tokens";
import { pruneMail } from "./engine-events/prune-mail";
import { pruneFiles } from "./prune-files";
import { pruneHistory } from "./prune-history";
import { pruneMailboxLinks } from "./prune-mailbox-links";
import { prunePeople } from "./prune-people";
import { pruneRuns } from "./prune-runs";
import { pruneShares } from "./prune-shares";
import { pruneTeam } from "./prune-team";
import type { Services } from "./services";
import { pruneDeliveries } from "./webhooks/prune-deliveries";

const batch = 200;

/** Removes what is over: expired sessions together with their engine keys, jobs that were done a day ago, and answers kept for a day. */
export async function prune(services: Services): Promise<void> {
  const { db, now } = services;
  const expired = await inScope(db, { sweep: true }, (tx) =>
    tx
      .select({
        ...{ id: sessions.id, tenantId: sessions.tenantId },
        ...{ engineKeyId: sessions.engineKeyId, accountId: mailUsers.engineId },
      })
      .from(sessions)
      .leftJoin(mailUsers, eq(mailUsers.id, sessions.mailUserId))
      .where(lt(sessions.expiresAt, now()))
      .limit(batch),
  );
  for (const { tenantId, ...session } of expired) {
    await releaseSessions(services, tenantId, [session]);
    await inScope(db, { tenantId }, (tx) =>
      tx.delete(sessions).where(and(eq(sessions.tenantId, tenantId), eq(sessions.id, session.id))),
    );
  }
  const yesterday = sql`now() - interval '1 day'`;
  await db.delete(jobs).where(and(eq(jobs.state, "done"), lt(jobs.finishedAt, yesterday)));
  await inScope(db, { sweep: true }, (tx) =>
    tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, yesterday)),
  );
  await pruneDeliveries(services);
  await pruneDnsTokens(services);
  await pruneFiles(services);
  await pruneHistory(services);
  await pruneMail(services);
  await pruneMailboxLinks(services);
  await prunePeople(services);
  await pruneRuns(services);
  await pruneShares(services);
  await pruneTeam(services);
}

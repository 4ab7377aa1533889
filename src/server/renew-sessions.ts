import { and, eq, gt } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { sessions } from "../../db/schema";
import type { Services } from "./services";

/** The sessions of one member that are open, for `renewSessions` after the commit. */
export async function openSessionsOf(
  tx: Transaction,
  now: Date,
  { tenantId, memberId }: { tenantId: string; memberId: string },
): Promise<string[]> {
  const own = and(eq(sessions.tenantId, tenantId), eq(sessions.userId, memberId), gt(sessions.expiresAt, now));
  const open = await tx.select({ id: sessions.id }).from(sessions).where(own);
  return open.map(({ id }) => id);
}

/**
 * Makes open sessions go on with what the rows say now, at once and everywhere: their access tokens are taken no more, so that the next
 * request is answered with new ones; their streams end, and their pages ask who is signed in.
 */
export function renewSessions(services: Services, tenantId: string, sessionIds: readonly string[]): void {
  for (const id of sessionIds) {
    services.accessTokens.drop(id, services.now());
    services.events.publish({ tenantId, topic: "session", subjectId: id });
  }
}

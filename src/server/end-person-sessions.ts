import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { sessions } from "../../db/schema";
import { releaseSessions } from "./end-sessions";
import type { Services } from "./services";

export type EndedPersonSession = { id: string; tenantId: string };

/**
 * Ends a person's sessions in every tenant, all but `except`, within the caller's transaction, which must see the person
 * (`personId` in its scope). Give the answer to `releasePersonSessions` after the commit.
 */
export async function endPersonSessions(
  tx: Transaction,
  personId: string,
  except?: string,
): Promise<EndedPersonSession[]> {
  const those = and(eq(sessions.personId, personId), except ? ne(sessions.id, except) : undefined);
  return tx.delete(sessions).where(those).returning({ id: sessions.id, tenantId: sessions.tenantId });
}

/** Makes the ended sessions of a person useless at once, open pages included. */
export async function releasePersonSessions(services: Services, ended: EndedPersonSession[]): Promise<void> {
  for (const { id, tenantId } of ended)
    await releaseSessions(services, tenantId, [{ id, engineKeyId: null, accountId: null }]);
}

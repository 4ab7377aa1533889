import { and, eq, inArray, lt, or, sql } from "drizzle-orm";
import { dnsConnections, domains } from "../../db/schema";
import { inScope } from "../../db/transaction";
import type { Services } from "./services";

/** No change takes as long. */
const onceMs = 86_400_000;

/**
 * Forgets tokens of DNS providers that nobody needs any more: those that were for one change, a day later at the latest, and those of domains that were
 * given up or lost to somebody else.
 */
export async function pruneDnsTokens({ db, now }: Services): Promise<void> {
  const wasOnce = and(
    sql`${dnsConnections.settings} ->> 'isKept' = 'no'`,
    lt(dnsConnections.lastUsedAt, new Date(now().getTime() - onceMs)),
  );
  const isLost = inArray(domains.state, ["suspended", "releasing"]);
  const found = await inScope(db, { sweep: true }, (tx) =>
    tx
      .select({ id: dnsConnections.id, tenantId: dnsConnections.tenantId })
      .from(dnsConnections)
      .innerJoin(domains, eq(domains.id, dnsConnections.domainId))
      .where(or(wasOnce, isLost)),
  );
  for (const { id, tenantId } of found)
    await inScope(db, { tenantId }, (tx) =>
      tx.delete(dnsConnections).where(and(eq(dnsConnections.tenantId, tenantId), eq(dnsConnections.id, id))),
    );
}

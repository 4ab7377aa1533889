import { and, eq, exists, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domains, tenants } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { enqueueAll } from "../../../../../jobs/enqueue-all";
import type { Services } from "~/server/services";
import { lastDigestTime } from "./digest-time";

/** The summaries of all tenants are spread over so many seconds, each tenant's at the same time every day. */
const spreadSeconds = 3600;
const batch = 1000;

/** Active tenants with a domain whose summary of today is due and was not made yet. */
export function tenantsToSum(tx: Transaction, now: Date) {
  const morning = lastDigestTime(now);
  const gone = Math.floor((now.getTime() - morning.getTime()) / 1000);
  const isTheirTime = sql`abs(hashtext(${tenants.id}::text)::bigint) % ${spreadSeconds} <= ${gone}`;
  const hasDomain = exists(tx.select({ id: domains.id }).from(domains).where(eq(domains.tenantId, tenants.id)));
  const isDue = sql`coalesce(${tenants.digestAt}, ${tenants.createdAt}) < ${morning.toISOString()}::timestamptz`;
  return tx
    .select({ tenantId: tenants.id })
    .from(tenants)
    .where(and(eq(tenants.state, "active"), isDue, isTheirTime, hasDomain))
    .limit(batch);
}

/** Asks for the daily summary of every tenant for whom it is time; returns how many. */
export async function sweepDigests(services: Services): Promise<number> {
  const now = services.now();
  return inScope(services.db, { sweep: true }, async (tx) => {
    const due = await tenantsToSum(tx, now);
    await enqueueAll(
      tx,
      "domain.digest",
      due.map(({ tenantId }) => ({ payload: { tenantId }, key: tenantId })),
    );
    return due.length;
  });
}

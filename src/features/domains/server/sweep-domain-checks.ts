import { and, eq, exists, lte, not, sql } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { domains, jobs } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { enqueue } from "../../../../jobs/enqueue";
import type { Services } from "~/server/services";

const batch = 200;

/** Domains whose time has come and that no job looks at already, longest due first. */
export function dueDomains(tx: Transaction, now: Date) {
  // One question a state: each has an index of its own, and the many jobs that are done are in neither.
  const isAt = (state: "pending" | "running") =>
    exists(
      tx
        .select({ id: jobs.id })
        .from(jobs)
        .where(and(eq(jobs.name, "dns-verification"), eq(jobs.key, sql`${domains.id}::text`), stateIs[state])),
    );
  return tx
    .select({ tenantId: domains.tenantId, domainId: domains.id })
    .from(domains)
    .where(and(lte(domains.nextCheckAt, now), not(isAt("pending")), not(isAt("running"))))
    .orderBy(domains.nextCheckAt)
    .limit(batch);
}

/** Written out, not as parameters: only then does the planner know that a partial index holds all such rows. */
const stateIs = { pending: sql`${jobs.state} = 'pending'`, running: sql`${jobs.state} = 'running'` };

/** Asks for a check of every domain, of whichever tenant, whose time has come; returns how many. */
export async function sweepDomainChecks(services: Services): Promise<number> {
  const now = services.now();
  return inScope(services.db, { sweep: true }, async (tx) => {
    const due = await dueDomains(tx, now);
    for (const payload of due) await enqueue(tx, "dns-verification", payload, { key: payload.domainId, runAt: now });
    return due.length;
  });
}

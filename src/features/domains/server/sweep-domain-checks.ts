import { and, lte, not } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { domains } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { enqueue } from "../../../../jobs/enqueue";
import { hasOpenJob } from "../../../../jobs/has-open-job";
import type { Services } from "~/server/services";

const batch = 200;

/** Domains whose time has come and that no job looks at already, longest due first. */
export const dueDomains = (tx: Transaction, now: Date) =>
  tx
    .select({ tenantId: domains.tenantId, domainId: domains.id })
    .from(domains)
    .where(and(lte(domains.nextCheckAt, now), not(hasOpenJob(tx, "dns-verification", domains.id)!)))
    .orderBy(domains.nextCheckAt)
    .limit(batch);

/** Asks for a check of every domain, of whichever tenant, whose time has come; returns how many. */
export async function sweepDomainChecks(services: Services): Promise<number> {
  const now = services.now();
  return inScope(services.db, { sweep: true }, async (tx) => {
    const due = await dueDomains(tx, now);
    for (const payload of due) await enqueue(tx, "dns-verification", payload, { key: payload.domainId, runAt: now });
    return due.length;
  });
}

import { and, lte, notExists, sql } from "drizzle-orm";
import { domains, jobs } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { enqueue } from "../../../../jobs/enqueue";
import type { Services } from "~/server/services";

const batch = 200;

/** Asks for a check of every domain, of whichever tenant, whose time has come; returns how many. */
export async function sweepDomainChecks(services: Services): Promise<number> {
  const now = services.now();
  return inScope(services.db, { sweep: true }, async (tx) => {
    const running = tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(
        sql`${jobs.name} = 'dns-verification' and ${jobs.key} = ${domains.id}::text and ${jobs.state} in ('pending', 'running')`,
      );
    const due = await tx
      .select({ tenantId: domains.tenantId, domainId: domains.id })
      .from(domains)
      .where(and(lte(domains.nextCheckAt, now), notExists(running)))
      .orderBy(domains.nextCheckAt)
      .limit(batch);
    for (const payload of due) await enqueue(tx, "dns-verification", payload, { key: payload.domainId, runAt: now });
    return due.length;
  });
}

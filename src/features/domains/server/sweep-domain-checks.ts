import { and, lte, not, notInArray, sql } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { domains } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import { enqueue } from "../../../../jobs/enqueue";
import { hasOpenJob } from "../../../../jobs/has-open-job";
import type { Services } from "~/server/services";

const batch = 200;
/** Of one zone at a time: a thousand names below one name are the same few servers. */
const perZone = 10;
const rounds = 5;

/** Unknown before the first look; then a name is taken for a zone of its own. */
const zoneOf = sql<string>`coalesce(${domains.zone}, ${domains.name})`;

/** Domains whose time has come and that no job looks at already, longest due first, but for those in `zones`. */
export const dueDomains = (tx: Transaction, now: Date, zones: string[] = []) =>
  tx
    .select({ tenantId: domains.tenantId, domainId: domains.id, zone: zoneOf })
    .from(domains)
    .where(
      and(
        lte(domains.nextCheckAt, now),
        not(hasOpenJob(tx, "dns-verification", domains.id)!),
        not(hasOpenJob(tx, "dns-verification.due", domains.id)!),
        zones.length > 0 ? notInArray(zoneOf, zones) : undefined,
      ),
    )
    .orderBy(domains.nextCheckAt)
    .limit(batch);

/** Asks for a check of every domain, of whichever tenant, whose time has come, a few of each zone at a time; returns how many. */
export async function sweepDomainChecks(services: Services): Promise<number> {
  const now = services.now();
  return inScope(services.db, { sweep: true }, async (tx) => {
    const perName = new Map<string, number>();
    const full = () => [...perName].flatMap(([zone, held]) => (held >= perZone ? [zone] : []));
    let asked = 0;
    for (let round = 0; round < rounds && asked < batch; round++) {
      const due = await dueDomains(tx, now, full());
      for (const { zone, tenantId, domainId } of due) {
        const held = perName.get(zone) ?? 0;
        if (held >= perZone) continue;
        perName.set(zone, held + 1);
        asked++;
        await enqueue(tx, "dns-verification.due", { tenantId, domainId }, { key: domainId, runAt: now });
      }
      if (due.length < batch) break;
    }
    return asked;
  });
}

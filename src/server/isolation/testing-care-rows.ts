import type { Database } from "../../../db/client";
import { dnsChanges, dnsConnections, domainAlerts, domainEvents } from "../../../db/schema";

/** What a tenant keeps of the care of a domain: its history, word of trouble, a way to change DNS, and a change made by it. */
export async function insertCareRows(
  database: Database,
  { tenantId, domainId, mark }: { tenantId: string; domainId: string; mark: string },
): Promise<{ changeId: string }> {
  const own = { tenantId, domainId };
  const record = { name: "@", type: "TXT", value: mark, ttlSeconds: 300 };
  await database
    .insert(domainEvents)
    .values({ ...own, kind: "record", subject: mark, after: mark, evidence: { mark } });
  await database.insert(domainAlerts).values({ ...own, kind: "broken", vars: { mark } });
  const connection = { provider: "cloudflare" as const, sealedSecret: mark, settings: { mark } };
  await database.insert(dnsConnections).values({ ...own, ...connection });
  const plan = { add: [record], remove: [] };
  const change = { ...own, provider: "cloudflare" as const, plan };
  const [row] = await database.insert(dnsChanges).values(change).returning({ id: dnsChanges.id });
  return { changeId: row!.id };
}

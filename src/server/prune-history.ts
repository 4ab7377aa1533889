import { and, eq, inArray, isNotNull, lt } from "drizzle-orm";
import { domainAlerts, domainEvents } from "../../db/schema";
import { inScope } from "../../db/transaction";
import type { Services } from "./services";

/** Evidence is for support and for the tenant's own questions: a quarter of a year is enough for both. */
const keptMs = 90 * 86_400_000;
const batch = 1000;

/** Forgets what happened to domains, and what was told of it, after ninety days; an alert that nobody was told of yet stays. */
export async function pruneHistory(services: Services): Promise<void> {
  while ((await pruneEvents(services)) === batch);
  while ((await pruneAlerts(services)) === batch);
}

const before = ({ now }: Services) => new Date(now().getTime() - keptMs);

async function pruneEvents(services: Services): Promise<number> {
  const { db } = services;
  const { id, tenantId, createdAt } = domainEvents;
  const found = await inScope(db, { sweep: true }, (tx) =>
    tx
      .select({ id, tenantId })
      .from(domainEvents)
      .where(lt(createdAt, before(services)))
      .limit(batch),
  );
  for (const [of, ids] of byTenant(found)) {
    const own = and(eq(tenantId, of), inArray(id, ids));
    await inScope(db, { tenantId: of }, (tx) => tx.delete(domainEvents).where(own));
  }
  return found.length;
}

async function pruneAlerts(services: Services): Promise<number> {
  const { db } = services;
  const { id, tenantId, createdAt, sentAt } = domainAlerts;
  const found = await inScope(db, { sweep: true }, (tx) =>
    tx
      .select({ id, tenantId })
      .from(domainAlerts)
      .where(and(isNotNull(sentAt), lt(createdAt, before(services))))
      .limit(batch),
  );
  for (const [of, ids] of byTenant(found)) {
    const own = and(eq(tenantId, of), inArray(id, ids));
    await inScope(db, { tenantId: of }, (tx) => tx.delete(domainAlerts).where(own));
  }
  return found.length;
}

const byTenant = (found: { id: string; tenantId: string }[]) =>
  [...Map.groupBy(found, (row) => row.tenantId)].map(([of, rows]) => [of, rows.map(({ id }) => id)] as const);

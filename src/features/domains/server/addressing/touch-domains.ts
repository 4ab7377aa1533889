import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "../../../../../db/client";
import { domains } from "../../../../../db/schema";
import { enqueueAll } from "../../../../../jobs/enqueue-all";

const main = alias(domains, "main");

/** Has the engine brought to agree with domains again; those that are only claimed, or stand aside, are left alone. Returns how many. */
export async function touchDomains(tx: Transaction, tenantId: string, which: SQL | undefined): Promise<number> {
  const isHeld = and(eq(domains.tenantId, tenantId), isNotNull(domains.provenAt), isNull(domains.frozenUntil));
  const touched = await tx
    .update(domains)
    .set({ revision: sql`${domains.revision} + 1`, applyError: null })
    .where(and(isHeld, which))
    .returning({ id: domains.id });
  const jobs = touched.map(({ id }) => ({ payload: { tenantId, kind: "domain" as const, id }, key: id }));
  await enqueueAll(tx, "engine.apply", jobs);
  return touched.length;
}

/**
 * To be called when an address begins or ends to get mail: the domains that give it what nobody else gets, and their other names, are brought
 * to the engine anew.
 */
export async function touchCatching(tx: Transaction, tenantId: string, ...addresses: string[]): Promise<void> {
  const catching = and(eq(main.tenantId, tenantId), inArray(main.catchAll, addresses));
  const ids = tx.select({ id: main.id }).from(main).where(catching);
  await touchDomains(tx, tenantId, or(inArray(domains.id, ids), inArray(domains.aliasOfId, ids)));
}

import { and, eq, gt, isNull, max, min, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "../../../../../db/client";
import { domainAlerts, tenants } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { enqueue } from "../../../../../jobs/enqueue";
import type { Services } from "~/server/services";
import { longestWaitMs, quietForMs } from "./grouping-window";
import { quietMs } from "./settle-alerts";

const batch = 500;

/** Tenants that have something to be told by now. What waits because the same was told within a day is left to wait. */
export function tenantsToTell(tx: Transaction, now: Date) {
  const told = alias(domainAlerts, "told");
  const ago = (ms: number) => sql`${new Date(now.getTime() - ms).toISOString()}::timestamptz`;
  const isSame = and(
    ...[eq(told.tenantId, domainAlerts.tenantId), eq(told.domainId, domainAlerts.domainId)],
    ...[
      eq(told.kind, domainAlerts.kind),
      gt(told.sentAt, ago(quietMs)),
      sql`${domainAlerts.kind} <> 'recovered' and ${domainAlerts.vars} ->> 'frozenUntil' is null`,
    ],
  );
  return tx
    .select({ tenantId: domainAlerts.tenantId })
    .from(domainAlerts)
    .innerJoin(tenants, and(eq(tenants.id, domainAlerts.tenantId), eq(tenants.state, "active")))
    .where(and(isNull(domainAlerts.sentAt), notExists(tx.select({ id: told.id }).from(told).where(isSame))))
    .groupBy(domainAlerts.tenantId)
    .having(
      or(
        sql`${max(domainAlerts.createdAt)} <= ${ago(quietForMs)}`,
        sql`${min(domainAlerts.createdAt)} <= ${ago(longestWaitMs)}`,
      ),
    )
    .orderBy(min(domainAlerts.createdAt))
    .limit(batch);
}

/** Asks for a mail for every tenant, whichever, of which word of trouble has waited long enough; returns how many. */
export async function sweepAlerts(services: Services): Promise<number> {
  const now = services.now();
  return inScope(services.db, { sweep: true }, async (tx) => {
    const due = await tenantsToTell(tx, now);
    for (const { tenantId } of due) await enqueue(tx, "domain.alert", { tenantId }, { key: tenantId });
    return due.length;
  });
}

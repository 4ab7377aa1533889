import { and, asc, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domains, tenants } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import { sendCounters } from "~/server/plan-counter";
import type { DomainSendLimits } from "../../schema/limits";
import { readCounted, usageOf } from "./read-send-usage";

type Wanted = { domainId: string } | { after: string; limit: number };

/** Limits and usage of one domain within the caller's reach, or of the next by name of those that are proven. Two statements. */
export async function domainSendLimits(tx: Transaction, ctx: Ctx, wanted: Wanted): Promise<DomainSendLimits[]> {
  const { tenantId } = ctx;
  const one = "domainId" in wanted;
  const meant = one
    ? eq(domains.id, wanted.domainId)
    : and(gt(domains.name, wanted.after), isNotNull(domains.provenAt));
  const rows = await tx
    .select({
      ...{ domainId: domains.id, domainName: domains.name },
      hour: sql<number | null>`${domains.maxRecipientsPerHour}`,
      day: sql<number | null>`${domains.maxRecipientsPerDay}`,
      plan: { perHour: tenants.maxRecipientsPerHour, perDay: tenants.maxMessagesPerDay },
    })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(and(eq(domains.tenantId, tenantId), meant, withinReach(ctx, domains.id)))
    .orderBy(asc(domains.name), asc(domains.id))
    .limit(one ? 1 : wanted.limit);
  const now = ctx.now();
  const countersOf = (domainId: string) => sendCounters({ domainId }, now).filter(({ scope }) => scope === "domain");
  const counted = await readCounted(
    tx,
    tenantId,
    rows.flatMap(({ domainId }) => countersOf(domainId)),
  );
  return rows.map(({ domainId, domainName, hour, day, plan }) => ({
    ...{ domainId, domainName, own: { perHour: hour, perDay: day }, plan },
    domain: usageOf(countersOf(domainId), "domain", { hour, day }, counted),
  }));
}

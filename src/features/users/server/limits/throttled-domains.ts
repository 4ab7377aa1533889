import { and, eq, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domains, mailUsers, tenants } from "../../../../../db/schema";
import type { ThrottledDomain } from "./throttles-of";

/** Domains that are in the mail server, with all limits that it is told of. Two statements. */
export async function throttledDomains(
  tx: Transaction,
  meant?: SQL,
): Promise<(ThrottledDomain & { tenantId: string })[]> {
  const rows = await tx
    .select({
      ...{ id: domains.id, tenantId: domains.tenantId, name: domains.name },
      domain: {
        hour: sql<number | null>`${domains.maxRecipientsPerHour}`,
        day: sql<number | null>`${domains.maxRecipientsPerDay}`,
      },
      tenant: { hour: tenants.maxRecipientsPerHour, day: tenants.maxMessagesPerDay },
      plan: { hour: tenants.maxUserRecipientsPerHour, day: tenants.maxUserRecipientsPerDay },
    })
    .from(domains)
    .innerJoin(tenants, eq(tenants.id, domains.tenantId))
    .where(and(isNotNull(domains.engineId), isNotNull(domains.provenAt), isNull(domains.frozenUntil), meant));
  const users = await tx
    .select({
      ...{ id: mailUsers.id, domainId: mailUsers.domainId, address: mailUsers.address },
      own: {
        hour: sql<number | null>`${mailUsers.maxRecipientsPerHour}`,
        day: sql<number | null>`${mailUsers.maxRecipientsPerDay}`,
      },
    })
    .from(mailUsers)
    .innerJoin(domains, eq(domains.id, mailUsers.domainId))
    .where(
      and(
        ne(mailUsers.state, "deleted"),
        or(isNotNull(mailUsers.maxRecipientsPerHour), isNotNull(mailUsers.maxRecipientsPerDay)),
        meant,
      ),
    );
  const byDomain = Map.groupBy(users, ({ domainId }) => domainId);
  return rows.map((row) => ({
    ...row,
    users: (byDomain.get(row.id) ?? []).map(({ id, address, own }) => ({ id, address, own })),
  }));
}

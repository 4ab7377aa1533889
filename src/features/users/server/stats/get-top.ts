import { and, desc, eq, gt, gte, type SQL, sql, sum } from "drizzle-orm";
import { domains, domainStats, mailStats, mailUsers } from "../../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach, withinReach } from "~/server/domain-reach";
import type { GetTop, Top } from "../../schema/stats";
import { bucketsOf } from "./buckets-of";

const most = 10;

/** The domains or mailbox users with the highest count of one kind within the range. Throws `domain.not_found`. */
export async function getTop(ctx: Ctx, { range, of, by, domainId, timeZone }: GetTop): Promise<Top> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  if (domainId) requireReach(ctx, domainId);
  const { since } = bucketsOf(range, ctx.now(), timeZone);
  return { rows: await (of === "domains" ? topDomains : topUsers)(ctx, by, since, domainId) };
}

function topDomains(ctx: Ctx, by: GetTop["by"], since: SQL, domainId?: string) {
  const count = sum(domainStats[by]).mapWith(Number);
  const own = and(eq(domainStats.tenantId, ctx.tenantId), withinReach(ctx, domainStats.domainId));
  return ctx.tx((tx) =>
    tx
      .select({ id: domains.id, name: domains.name, count })
      .from(domainStats)
      .innerJoin(domains, eq(domains.id, domainStats.domainId))
      .where(and(own, gte(domainStats.hour, since), domainId ? eq(domainStats.domainId, domainId) : undefined))
      .groupBy(domains.id)
      .having(gt(count, 0))
      .orderBy(desc(sql`3`), domains.name)
      .limit(most),
  );
}

function topUsers(ctx: Ctx, by: GetTop["by"], since: SQL, domainId?: string) {
  const count = sum(mailStats[by]).mapWith(Number);
  const own = and(eq(mailStats.tenantId, ctx.tenantId), withinReach(ctx, mailStats.domainId));
  return ctx.tx((tx) =>
    tx
      .select({ id: mailUsers.id, name: mailUsers.address, count })
      .from(mailStats)
      .innerJoin(mailUsers, eq(mailUsers.id, mailStats.mailUserId))
      .where(and(own, gte(mailStats.hour, since), domainId ? eq(mailStats.domainId, domainId) : undefined))
      .groupBy(mailUsers.id)
      .having(gt(count, 0))
      .orderBy(desc(sql`3`), mailUsers.address)
      .limit(most),
  );
}

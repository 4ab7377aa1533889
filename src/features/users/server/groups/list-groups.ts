import { and, asc, count, eq, gt, ilike, isNotNull, isNull, or, sql } from "drizzle-orm";
import { groups, tenants } from "../../../../../db/schema";
import { containing } from "~/server/containing";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { GroupPage, ListGroups } from "../../schema/groups";
import { groupColumns, toGroup } from "./group-view";

/** Groups within the caller's reach by address, and by part of an address or name. Two questions in one round trip, however many there are. */
export async function listGroups(ctx: Ctx, { search, deleted, after, limit }: ListGroups): Promise<GroupPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  if (search) await ctx.rateLimit("search.tenant", ctx.tenantId);
  const pattern = search && containing(search);
  const own = eq(groups.tenantId, ctx.tenantId);
  const reached = withinReach(ctx, groups.domainId);
  return ctx.tx(async (tx) => {
    const found = tx
      .select(groupColumns)
      .from(groups)
      .where(
        and(
          own,
          reached,
          deleted ? isNotNull(groups.deletedAt) : isNull(groups.deletedAt),
          pattern ? or(ilike(groups.address, pattern), ilike(groups.name, pattern)) : undefined,
          after ? gt(groups.address, after) : undefined,
        ),
      )
      .orderBy(asc(groups.address))
      .limit(limit + 1);
    const counted = tx
      .select({
        all: count(groups.id),
        used: sql<number>`count(${groups.id}) filter (where ${reached ?? sql`true`})`.mapWith(Number),
        max: tenants.maxGroups,
      })
      .from(tenants)
      .leftJoin(groups, and(eq(groups.tenantId, tenants.id), isNull(groups.deletedAt)))
      .where(eq(tenants.id, ctx.tenantId))
      .groupBy(tenants.id);
    const [rows, [seats]] = await Promise.all([found, counted]);
    const page = rows.slice(0, limit);
    return {
      groups: page.map(toGroup),
      ...(rows.length > limit ? { next: page.at(-1)!.address } : {}),
      seats: seats ? { used: seats.used, max: seats.max - seats.all + seats.used } : { used: 0, max: 0 },
    };
  });
}

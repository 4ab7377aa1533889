import { and, eq, gte, isNotNull, ne, sql } from "drizzle-orm";
import { mailStats, mailUsers, tenants } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { UserRef } from "../../schema";
import type { UserUsage } from "../../schema/usage";
import { isPoolFull } from "./engine-quota";

const trendMs = 30 * 86_400_000;

/** What a mailbox holds, may hold, and held on the days before; in one statement. Throws `user.not_found`. */
export async function getUsage(ctx: Ctx, { userId }: UserRef): Promise<UserUsage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const own = and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, userId), ne(mailUsers.state, "deleted"));
  const since = new Date(ctx.now().getTime() - trendMs);
  const day = sql<string>`to_char(${mailStats.hour} at time zone 'UTC', 'YYYY-MM-DD')`;
  const [found] = await ctx.tx((tx) => {
    const days = tx
      .selectDistinctOn([day], { day: day.as("day"), used: mailStats.usedBytes })
      .from(mailStats)
      .where(
        and(
          ...[eq(mailStats.tenantId, ctx.tenantId), eq(mailStats.mailUserId, userId)],
          ...[gte(mailStats.hour, since), isNotNull(mailStats.usedBytes)],
        ),
      )
      .orderBy(day, sql`${mailStats.hour} desc`)
      .as("days");
    const trend = sql<
      UserUsage["trend"]
    >`(select coalesce(json_agg(json_build_object('day', days.day, 'usedBytes', days.used_bytes) order by days.day), '[]'::json)
      from ${days})`;
    return tx
      .select({ user: mailUsers, mode: tenants.storageMode, isFull: isPoolFull, trend })
      .from(mailUsers)
      .innerJoin(tenants, eq(tenants.id, mailUsers.tenantId))
      .where(and(own, withinReach(ctx, mailUsers.domainId)));
  });
  if (!found) throw new AppError("user.not_found");
  const { user, mode, isFull, trend } = found;
  return {
    ...{ usedBytes: user.usedBytes, quotaBytes: user.quotaBytes, warnedPercent: user.warnedPercent, mode },
    ...{ isPoolFull: isFull, checkedAt: user.usageCheckedAt?.toISOString() ?? null, trend: trend.slice(-31) },
  };
}

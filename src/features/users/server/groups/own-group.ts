import { and, eq, type SQL } from "drizzle-orm";
import { groups } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { withinReach } from "~/server/domain-reach";

/** The condition that keeps to one group of the tenant within the caller's reach, deleted or not. */
export const ownGroup = (ctx: Ctx, groupId: string): SQL | undefined =>
  and(eq(groups.tenantId, ctx.tenantId), eq(groups.id, groupId), withinReach(ctx, groups.domainId));

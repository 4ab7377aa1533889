import { and, desc, eq, getTableColumns, lt } from "drizzle-orm";
import { guardCases, mailUsers } from "../../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { CasePage, ListCases } from "../../schema/guard";

/** When mailboxes within the caller's reach were stopped from sending, and what became of it, newest first. */
export async function listCases(ctx: Ctx, { userId, state, after, limit }: ListCases): Promise<CasePage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const rows = await ctx.tx((tx) =>
    tx
      .select({ ...getTableColumns(guardCases), address: mailUsers.address })
      .from(guardCases)
      .innerJoin(mailUsers, eq(mailUsers.id, guardCases.mailUserId))
      .where(
        and(
          eq(guardCases.tenantId, ctx.tenantId),
          withinReach(ctx, mailUsers.domainId),
          userId ? eq(guardCases.mailUserId, userId) : undefined,
          state ? eq(guardCases.state, state) : undefined,
          after ? lt(guardCases.id, after) : undefined,
        ),
      )
      .orderBy(desc(guardCases.id))
      .limit(limit + 1),
  );
  const cases = rows.slice(0, limit).map(({ id, mailUserId, address, sign, evidence, ...row }) => ({
    ...{ id, userId: mailUserId, address, sign, evidence, state: row.state },
    ...{ createdAt: row.createdAt.toISOString(), decidedAt: row.decidedAt?.toISOString() ?? null },
  }));
  return { cases, ...(rows.length > limit ? { next: cases.at(-1)!.id } : {}) };
}

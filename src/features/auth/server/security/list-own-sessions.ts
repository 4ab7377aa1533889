import { and, desc, eq, gt, lt } from "drizzle-orm";
import { sessions, tenants } from "../../../../../db/schema";
import type { MemberCtx } from "~/server/context";
import type { ListSessions, SessionPage } from "../../schema/security";

/** Where the member is signed in, in all of their tenants, newest first. */
export async function listOwnSessions(ctx: MemberCtx, { after, limit }: ListSessions): Promise<SessionPage> {
  const { personId, sessionId } = ctx.actor;
  const open = and(eq(sessions.personId, personId), gt(sessions.expiresAt, ctx.now()));
  const rows = await ctx.txAsPerson((tx) =>
    tx
      .select({
        ...{ id: sessions.id, ip: sessions.ip, userAgent: sessions.userAgent, tenantName: tenants.name },
        ...{ createdAt: sessions.createdAt, lastUsedAt: sessions.rotatedAt, hasSecondFactor: sessions.hasSecondFactor },
      })
      .from(sessions)
      .innerJoin(tenants, eq(tenants.id, sessions.tenantId))
      .where(and(open, after ? lt(sessions.id, after) : undefined))
      .orderBy(desc(sessions.id))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit).map(({ createdAt, lastUsedAt, ...row }) => ({
    ...{ ...row, isThisOne: row.id === sessionId },
    ...{ createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt.toISOString() },
  }));
  return { items, ...(rows.length > limit ? { next: items.at(-1)!.id } : {}) };
}

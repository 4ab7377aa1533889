import { and, eq, gt } from "drizzle-orm";
import { people, users } from "../../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import type { ListTeam, TeamPage } from "../../schema/team";

/** The tenant's members, oldest first. */
export async function listMembers(ctx: Ctx, { after, limit }: ListTeam): Promise<TeamPage> {
  requireRole(ctx, "owner", "admin", "viewer");
  const rows = await ctx.tx((tx) =>
    tx
      .select({
        ...{ id: users.id, email: people.email, name: people.name, role: users.role, domainIds: users.domainIds },
        ...{ confirmedAt: people.emailConfirmedAt, createdAt: users.createdAt },
      })
      .from(users)
      .innerJoin(people, eq(people.id, users.personId))
      .where(and(eq(users.tenantId, ctx.tenantId), after ? gt(users.id, after) : undefined))
      .orderBy(users.id)
      .limit(limit + 1),
  );
  const you = ctx.actor.kind === "member" ? ctx.actor.memberId : null;
  const page = rows.slice(0, limit);
  return {
    members: page.map(({ confirmedAt, createdAt, ...member }) => ({
      ...{ ...member, isYou: member.id === you, isConfirmed: confirmedAt !== null },
      createdAt: createdAt.toISOString(),
    })),
    ...(rows.length > limit ? { next: page.at(-1)?.id } : {}),
  };
}

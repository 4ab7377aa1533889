import { and, eq, gt } from "drizzle-orm";
import { invitations, people, users } from "../../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import type { InvitationPage, ListTeam } from "../../schema/team";

/** Invitations that nobody has accepted, oldest first; those that have run out among them, to be sent again. */
export async function listInvitations(ctx: Ctx, { after, limit }: ListTeam): Promise<InvitationPage> {
  requireRole(ctx, "owner", "admin", "viewer");
  const rows = await ctx.tx((tx) =>
    tx
      .select({
        ...{ id: invitations.id, email: invitations.email, role: invitations.role, domainIds: invitations.domainIds },
        ...{ invitedBy: people.email, expiresAt: invitations.expiresAt },
      })
      .from(invitations)
      .leftJoin(users, eq(users.id, invitations.invitedBy))
      .leftJoin(people, eq(people.id, users.personId))
      .where(and(eq(invitations.tenantId, ctx.tenantId), after ? gt(invitations.id, after) : undefined))
      .orderBy(invitations.id)
      .limit(limit + 1),
  );
  const page = rows.slice(0, limit);
  return {
    invitations: page.map(({ expiresAt, ...invitation }) => ({
      ...{ ...invitation, isExpired: expiresAt <= ctx.now(), expiresAt: expiresAt.toISOString() },
    })),
    ...(rows.length > limit ? { next: page.at(-1)?.id } : {}),
  };
}

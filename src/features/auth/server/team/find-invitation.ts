import { and, eq, gt } from "drizzle-orm";
import { invitations, people, tenants, users } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { AppError } from "~/lib/errors";
import type { Services } from "~/server/services";
import { hashToken } from "~/server/session-token";

export type FoundInvitation = typeof invitations.$inferSelect & {
  company: string;
  asksForFactor: boolean;
  /** Name or address of who invited; null when they are gone. */
  inviter: string | null;
  /** The inviter's, in which the invitation was worded. */
  locale: string;
};

/** The invitation behind a link. Throws `auth.link_invalid` for one that is not or no longer valid, or whose tenant is not open. */
export async function findInvitation(services: Services, token: string): Promise<FoundInvitation> {
  const tokenHash = hashToken(token);
  const [found] = await inScope(services.db, { lookup: tokenHash }, (tx) =>
    tx
      .select()
      .from(invitations)
      .where(and(eq(invitations.tokenHash, tokenHash), gt(invitations.expiresAt, services.now()))),
  );
  if (!found) throw new AppError("auth.link_invalid");
  const { tenantId, invitedBy } = found;
  const [tenant, inviter] = await inScope(services.db, { tenantId }, async (tx) => {
    const isOpen = and(eq(tenants.id, tenantId), eq(tenants.state, "active"));
    const [open] = await tx.select().from(tenants).where(isOpen);
    const by = tx.select({ name: people.name, email: people.email, locale: people.locale }).from(users);
    const own = and(eq(users.tenantId, tenantId), eq(users.id, invitedBy ?? found.id));
    return [open, (await by.innerJoin(people, eq(people.id, users.personId)).where(own))[0]] as const;
  });
  if (!tenant) throw new AppError("auth.link_invalid");
  const { name: company, requiresSecondFactor: asksForFactor } = tenant;
  const who = inviter ? inviter.name || inviter.email : null;
  return { ...found, company, asksForFactor, inviter: who, locale: inviter?.locale ?? "en" };
}

import { and, count, eq, ne } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { people, tenants, users } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";

/** Holds the tenant's row until the transaction ends: what changes its members happens one after the other. */
export async function lockTenant(tx: Transaction, ctx: Ctx): Promise<typeof tenants.$inferSelect> {
  const [tenant] = await tx.select().from(tenants).where(eq(tenants.id, ctx.tenantId)).for("update");
  if (!tenant) throw new AppError("tenant.not_found");
  return tenant;
}

/** One member with the person behind, and the tenant, whose row is held. Throws `member.not_found`. */
export async function lockMember(tx: Transaction, ctx: Ctx, memberId: string) {
  const tenant = await lockTenant(tx, ctx);
  const [member] = await tx
    .select({
      ...{ id: users.id, personId: users.personId, role: users.role, domainIds: users.domainIds },
      ...{ email: people.email, locale: people.locale, confirmedAt: people.emailConfirmedAt },
    })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .where(and(eq(users.tenantId, ctx.tenantId), eq(users.id, memberId)));
  if (!member) throw new AppError("member.not_found");
  return { tenant, member };
}

/** To be asked with the tenant's row held, before an owner stops being one. Throws `member.last_owner` when there is no other. */
export async function requireOtherOwner(tx: Transaction, ctx: Ctx, memberId: string): Promise<void> {
  const isOther = and(eq(users.tenantId, ctx.tenantId), eq(users.role, "owner"), ne(users.id, memberId));
  const [others] = await tx.select({ count: count() }).from(users).where(isOther);
  if (!others?.count) throw new AppError("member.last_owner");
}

import { asc, eq } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { people, tenants, users } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MemberCtx } from "~/server/context";
import type { Me } from "../schema";

/** Who is signed in, where, and where else they could be, as the rows say now. Throws `auth.required` when the member is gone. */
export const getMe = (ctx: MemberCtx): Promise<Me> => ctx.txAsPerson((tx) => readMe(tx, ctx));

/** As `getMe`, in a transaction that sees the tenant and the person. */
export async function readMe(tx: Transaction, ctx: Pick<MemberCtx, "actor" | "platform">): Promise<Me> {
  const { personId, memberId, isRestricted } = ctx.actor;
  const places = await tx
    .select({
      tenant: { id: tenants.id, name: tenants.name, confirmedAt: tenants.confirmedAt, state: tenants.state },
      member: { id: users.id, email: people.email, name: people.name, role: users.role },
      confirmedAt: people.emailConfirmedAt,
    })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .innerJoin(people, eq(people.id, users.personId))
    .where(eq(users.personId, personId))
    .orderBy(asc(tenants.name), asc(tenants.id));
  const here = places.find(({ member }) => member.id === memberId);
  if (!here) throw new AppError("auth.required");
  return {
    tenant: { id: here.tenant.id, name: here.tenant.name, isConfirmed: here.tenant.confirmedAt !== null },
    member: { ...here.member, isConfirmed: here.confirmedAt !== null },
    tenants: places
      .filter(({ tenant }) => tenant.state === "active")
      .map(({ tenant: { id, name }, member: { role } }) => ({ id, name, role })),
    needsSecondFactor: isRestricted,
    isTrial: ctx.platform.trialZone !== null,
  };
}

import { asc, eq } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { people, tenants, users } from "../../../../db/schema";
import type { MemberRole } from "../../../../db/schema/enums";
import { AppError } from "~/lib/errors";

/** A person's place in a tenant that is open. */
export type Place = {
  personId: string;
  tenantId: string;
  memberId: string;
  role: MemberRole;
  domainIds: string[] | null;
  /** The tenant asks its members for a second factor. */
  asksForFactor: boolean;
};

/**
 * Where a person who has proven who they are is led: to `tenantId`, else to the tenant of their last visit, else to their first.
 * `tx` must see the person. Throws `tenant.not_found` for a tenant they are no member of, `tenant.suspended` or `tenant.closed` when none is open.
 */
export async function findPlace(tx: Transaction, personId: string, tenantId?: string): Promise<Place> {
  const places = await tx
    .select({
      ...{ personId: users.personId, tenantId: users.tenantId, memberId: users.id, role: users.role },
      ...{ domainIds: users.domainIds, asksForFactor: tenants.requiresSecondFactor, state: tenants.state },
      last: people.lastTenantId,
    })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .innerJoin(people, eq(people.id, users.personId))
    .where(eq(users.personId, personId))
    .orderBy(asc(users.id));
  const asked = tenantId ? places.filter((place) => place.tenantId === tenantId) : places;
  if (asked.length === 0) throw new AppError("tenant.not_found");
  const open = asked.filter(({ state }) => state === "active");
  const found = open.find(({ last, tenantId: id }) => last === id) ?? open[0];
  if (!found) throw new AppError(asked.every(({ state }) => state === "closed") ? "tenant.closed" : "tenant.suspended");
  const { state: _, last: __, ...place } = found;
  return place;
}

import { and, asc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domains, people, tenants, users } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { isOutside } from "./is-outside";

type Addressee = {
  email: string;
  locale: string;
  /** The domains that the person looks after; null for all. */
  domainIds: string[] | null;
  isConfirmed: boolean;
  /** Mail to it depends on a domain of the tenant. */
  isInside: boolean;
};
export type Recipient = Pick<Addressee, "email" | "locale" | "domainIds">;

export type Audience = {
  company: string;
  /** Of the tenant itself, in the language of its first owner. */
  address: Addressee | null;
  members: Addressee[];
  domainIds: string[];
  /** Those who can be told: confirmed and outside, each address once. */
  recipients: Recipient[];
};

const mostMembers = 100;

/** Who looks after the domains of a tenant, and who of them can be told when one does not work; null when the tenant was erased. `lock` holds its row. */
export async function findAudience(
  tx: Transaction,
  { tenantId }: Ctx,
  { lock = false } = {},
): Promise<Audience | null> {
  const query = tx.select().from(tenants).where(eq(tenants.id, tenantId));
  const [tenant] = await (lock ? query.for("update") : query);
  if (!tenant) return null;
  const own = await tx
    .select({ id: domains.id, name: domains.name })
    .from(domains)
    .where(eq(domains.tenantId, tenantId));
  const names = own.map(({ name }) => name);
  const roles = inArray(users.role, ["owner", "admin", "domain_admin"]);
  const found = await tx
    .select({
      ...{ email: people.email, locale: people.locale, confirmedAt: people.emailConfirmedAt },
      ...{ role: users.role, domainIds: users.domainIds },
    })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .where(and(eq(users.tenantId, tenantId), roles))
    .orderBy(asc(users.id))
    .limit(mostMembers);
  const addressee = (email: string, confirmedAt: Date | null) => ({
    ...{ email, isConfirmed: confirmedAt !== null, isInside: !isOutside(email, names) },
  });
  const members = found.map(({ email, locale, confirmedAt, role, domainIds }) => ({
    ...addressee(email, confirmedAt),
    ...{ locale, domainIds: role === "domain_admin" ? (domainIds ?? []) : null },
  }));
  const locale = found.find(({ role }) => role === "owner")?.locale ?? "en";
  const { alertEmail, alertEmailConfirmedAt } = tenant;
  const address = alertEmail ? { ...addressee(alertEmail, alertEmailConfirmedAt), locale, domainIds: null } : null;
  const reached = [...(address ? [address] : []), ...members].filter((one) => one.isConfirmed && !one.isInside);
  // Whoever hears of all domains is not told of some of them once more.
  const wide = reached.toSorted((one, other) => Number(one.domainIds !== null) - Number(other.domainIds !== null));
  const recipients = wide.filter(({ email }, at) => wide.findIndex((one) => one.email === email) === at);
  return { company: tenant.name, address, members, domainIds: own.map(({ id }) => id), recipients };
}

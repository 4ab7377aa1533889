import { and, eq, inArray, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "../../../../../db/client";
import { addresses, aliases, domains, groups, mailUsers } from "../../../../../db/schema";

export type Holder = { kind: "mail_user" | "group"; id: string };
/** Who gets the mail here; `null`: nobody, though the domain is the tenant's. */
export type Resolved = Map<string, Holder | null>;

const main = alias(domains, "main");
const parts = (address: string) => {
  const at = address.lastIndexOf("@");
  return { local: address.slice(0, at), domain: address.slice(at + 1) };
};

/**
 * Who gets mail to addresses under the tenant's own domains: with what follows a `+` left out where the domain does so, under the domain's
 * other names, by alias, and by what the domain does with unknown addresses. What lies outside is not in the answer. Three queries.
 */
export async function resolveHolders(tx: Transaction, tenantId: string, wanted: string[]): Promise<Resolved> {
  const asked = [...new Set(wanted)].map((address) => ({ address, ...parts(address) }));
  if (asked.length === 0) return new Map();
  const isOurs = and(eq(domains.tenantId, tenantId), isNotNull(domains.provenAt), isNull(domains.frozenUntil));
  const rows = await tx
    .select({ name: domains.name, plus: domains.subAddressing, catchAll: domains.catchAll, mainName: main.name })
    .from(domains)
    .leftJoin(main, eq(main.id, domains.aliasOfId))
    .where(and(isOurs, inArray(domains.name, [...new Set(asked.map(({ domain }) => domain))])));
  const byName = new Map(rows.map((row) => [row.name, row]));
  const inside = asked.flatMap(({ address, local, domain }) => {
    const row = byName.get(domain);
    if (!row) return [];
    const name = row.plus && local.indexOf("+") > 0 ? local.slice(0, local.indexOf("+")) : local;
    return [{ address, real: `${name}@${row.mainName ?? row.name}`, catchAll: row.catchAll }];
  });
  const known = await livingHolders(
    tx,
    tenantId,
    inside.flatMap(({ real, catchAll }) => (catchAll ? [real, catchAll] : [real])),
  );
  return new Map(
    inside.map(({ address, real, catchAll }) => [
      address,
      known.get(real) ?? (catchAll ? known.get(catchAll) : undefined) ?? null,
    ]),
  );
}

/** Addresses at which somebody gets mail: an alias that is off has nobody, nor has one of whoever is deleted or may not receive. */
export function livingAddresses(tx: Transaction, tenantId: string, which: SQL | undefined) {
  const isHolder = or(eq(mailUsers.id, addresses.holderId), eq(mailUsers.id, aliases.mailUserId));
  const isLiving = or(isNotNull(mailUsers.id), isNotNull(groups.id));
  return tx
    .select({ address: addresses.address, userId: mailUsers.id, groupId: groups.id })
    .from(addresses)
    .leftJoin(aliases, and(eq(aliases.id, addresses.holderId), eq(aliases.isEnabled, true)))
    .leftJoin(mailUsers, and(isHolder, ne(mailUsers.state, "deleted"), eq(mailUsers.mayReceive, true)))
    .leftJoin(groups, and(eq(groups.id, addresses.holderId), isNull(groups.deletedAt)))
    .where(and(eq(addresses.tenantId, tenantId), isLiving, which));
}

/** Who gets mail at exactly these addresses. */
export async function livingHolders(tx: Transaction, tenantId: string, exact: string[]): Promise<Map<string, Holder>> {
  if (exact.length === 0) return new Map();
  const rows = await livingAddresses(tx, tenantId, inArray(addresses.address, [...new Set(exact)]));
  return new Map(
    rows.map(({ address, userId, groupId }) => [
      address,
      userId ? { kind: "mail_user", id: userId } : { kind: "group", id: groupId! },
    ]),
  );
}

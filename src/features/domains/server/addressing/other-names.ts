import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "../../../../../db/client";
import { domains } from "../../../../../db/schema";

const main = alias(domains, "main");

/**
 * The other names of domains, by the id of the domain: those under which its addresses work too. Names that stand aside, or are about to be
 * given up, are left out, and so are those of a domain that stands aside itself.
 */
export async function otherNames(
  tx: Transaction,
  tenantId: string,
  domainIds: string[],
): Promise<Map<string, string[]>> {
  const works = [isNotNull(domains.provenAt), isNotNull(domains.engineId), isNull(domains.frozenUntil)];
  const rows = await tx
    .select({ name: domains.name, state: domains.state, mainId: main.id })
    .from(domains)
    .innerJoin(main, eq(main.id, domains.aliasOfId))
    .where(
      and(eq(domains.tenantId, tenantId), inArray(domains.aliasOfId, domainIds), isNull(main.frozenUntil), ...works),
    )
    .orderBy(domains.name);
  const living = rows.filter(({ state }) => state !== "releasing");
  return new Map(
    [...Map.groupBy(living, ({ mainId }) => mainId)].map(([id, names]) => [id, names.map(({ name }) => name)]),
  );
}

/** What comes before the @. */
export const localPartOf = (address: string): string => address.slice(0, address.lastIndexOf("@"));

/** An address under the other names of its domain: where mail reaches the same mailbox or group. */
export async function aliasAddressesOf(
  tx: Transaction,
  { tenantId, domainId, address }: { tenantId: string; domainId: string; address: string },
): Promise<string[]> {
  const names = (await otherNames(tx, tenantId, [domainId])).get(domainId) ?? [];
  return names.map((name) => `${localPartOf(address)}@${name}`);
}

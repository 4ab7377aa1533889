import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { aliases } from "../../../../../db/schema";
import { localPartOf, otherNames } from "~/features/domains/server/addressing/other-names";

type Holder = { id: string; tenantId: string; domainId: string; address: string };

/**
 * The other addresses that deliver to a mailbox user, as the engine shall know them: aliases that are on, and each address under the other
 * names of its domain.
 */
export async function aliasesOf(tx: Transaction, user: Holder): Promise<string[]> {
  const { tenantId } = user;
  const own = await tx
    .select({ address: aliases.address, domainId: aliases.domainId })
    .from(aliases)
    .where(and(eq(aliases.tenantId, tenantId), eq(aliases.mailUserId, user.id), eq(aliases.isEnabled, true)))
    .orderBy(asc(aliases.address));
  const names = await otherNames(tx, tenantId, [...new Set([user, ...own].map(({ domainId }) => domainId))]);
  const elsewhere = [user, ...own].flatMap(({ address, domainId }) =>
    (names.get(domainId) ?? []).map((name) => `${localPartOf(address)}@${name}`),
  );
  return [...own.map(({ address }) => address), ...elsewhere];
}

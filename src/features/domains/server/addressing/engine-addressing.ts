import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domains } from "../../../../../db/schema";
import type { DomainRow } from "../domain-subject";
import { livingHolders } from "./resolve-holders";

/**
 * What the engine shall do with addresses of a domain that it does not know. Another name of a domain does as that does. An address at which
 * nobody gets mail catches nothing: what is sent there is better refused than lost in a circle.
 */
export async function engineAddressing(
  tx: Transaction,
  domain: DomainRow,
): Promise<{ catchAll: string | null; subAddressing: boolean }> {
  const { tenantId, aliasOfId } = domain;
  const isMain = and(eq(domains.tenantId, tenantId), eq(domains.id, aliasOfId ?? domain.id));
  const [main] = await tx.select().from(domains).where(isMain);
  const { catchAll, subAddressing } = main ?? domain;
  const isLiving = catchAll !== null && (await livingHolders(tx, tenantId, [catchAll])).has(catchAll);
  return { catchAll: isLiving ? catchAll : null, subAddressing };
}

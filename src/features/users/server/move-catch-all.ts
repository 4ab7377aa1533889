import { and, eq, inArray, or } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { domains } from "../../../../db/schema";
import { touchDomains } from "~/features/domains/server/addressing/touch-domains";

/** Mail to addresses that nobody holds goes on to where `from` is now; to nobody any more when that is null. */
export async function moveCatchAll(tx: Transaction, tenantId: string, from: string, to: string | null): Promise<void> {
  const moved = await tx
    .update(domains)
    .set({ catchAll: to })
    .where(and(eq(domains.tenantId, tenantId), eq(domains.catchAll, from)))
    .returning({ id: domains.id });
  const ids = moved.map(({ id }) => id);
  if (ids.length === 0) return;
  await touchDomains(tx, tenantId, or(inArray(domains.id, ids), inArray(domains.aliasOfId, ids)));
}

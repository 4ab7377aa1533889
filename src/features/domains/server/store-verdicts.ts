import { sql } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { dnsRecords } from "../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { SettledVerdict } from "./settle-verdicts";

/** Keeps the last verdict on each record of a domain. */
export async function storeVerdicts(
  tx: Transaction,
  ctx: Ctx,
  domainId: string,
  settled: Map<string, SettledVerdict>,
): Promise<void> {
  if (settled.size === 0) return;
  const rows = [...settled].map(([recordKey, { fix = null, ttlSeconds = null, ...rest }]) => ({
    ...{ tenantId: ctx.tenantId, domainId, recordKey, fix, checkedAt: ctx.now() },
    ...{ state: rest.state, found: rest.found, advice: rest.advice, foundTtlSeconds: ttlSeconds },
    ...{ misses: rest.misses, missedSince: rest.missedSince },
  }));
  await tx
    .insert(dnsRecords)
    .values(rows)
    .onConflictDoUpdate({
      target: [dnsRecords.tenantId, dnsRecords.domainId, dnsRecords.recordKey],
      set: {
        state: sql`excluded.state`,
        found: sql`excluded.found`,
        advice: sql`excluded.advice`,
        fix: sql`excluded.fix`,
        foundTtlSeconds: sql`excluded.found_ttl_seconds`,
        misses: sql`excluded.misses`,
        missedSince: sql`excluded.missed_since`,
        checkedAt: sql`excluded.checked_at`,
      },
    });
}

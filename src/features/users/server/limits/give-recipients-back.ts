import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { rateLimits } from "../../../../../db/schema";
import { sendCounters } from "~/server/plan-counter";
import { sendLimitsOf } from "./send-limits-of";

/** Takes back what a message was counted for that certainly never left; `at` is when it was claimed. */
export async function giveRecipientsBack(
  tx: Transaction,
  claim: { tenantId: string; mailUserId: string; recipients: number; at: Date },
): Promise<void> {
  const { tenantId, mailUserId, recipients, at } = claim;
  const limits = await sendLimitsOf(tx, tenantId, mailUserId);
  const counters = sendCounters({ mailUserId, ...(limits ? { domainId: limits.domainId } : {}) }, at);
  const windows = Map.groupBy(counters, ({ windowStart }) => windowStart.getTime());
  const counted = [...windows].map(([start, group]) => {
    const names = inArray(
      rateLimits.name,
      group.map(({ claimed }) => claimed),
    );
    return and(eq(rateLimits.windowStart, new Date(start)), names);
  });
  await tx
    .update(rateLimits)
    .set({ count: sql`greatest(0, ${rateLimits.count} - ${recipients}::int)` })
    .where(and(eq(rateLimits.tenantId, tenantId), or(...counted)));
}

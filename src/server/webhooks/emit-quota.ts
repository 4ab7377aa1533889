import type { Transaction } from "../../../db/client";
import type { QuotaData } from "../../lib/webhook-events";
import { emitEvent } from "./emit-event";
import { userData } from "./event-data";

const thresholds = [100, 90, 80] as const;

/** The highest threshold that a mailbox grew over from one look to the next, in percent of its quota; null when none. Octets. */
export function crossedThreshold(before: number, after: number, quota: number): QuotaData["percent"] | null {
  const isOver = (used: number, percent: number) => used * 100 >= quota * percent;
  return thresholds.find((percent) => isOver(after, percent) && !isOver(before, percent)) ?? null;
}

/** Tells webhooks that a mailbox is filling up. */
export async function emitQuota(
  tx: Transaction,
  found: { tenantId: string; userId: string; usedBytes: number; percent: QuotaData["percent"]; at: Date },
): Promise<void> {
  const { tenantId, userId, usedBytes, percent, at } = found;
  await emitEvent(tx, { tenantId, event: "user.quota", at }, async () => {
    const user = await userData(tx, tenantId, userId);
    return user && { ...user, usedBytes, percent };
  });
}

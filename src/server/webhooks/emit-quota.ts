import type { Transaction } from "../../../db/client";
import type { QuotaData } from "../../lib/webhook-events";
import { emitEvent } from "./emit-event";
import { userData } from "./event-data";

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

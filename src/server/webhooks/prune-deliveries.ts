import { and, eq, inArray, lt, ne } from "drizzle-orm";
import { webhookDeliveries } from "../../../db/schema";
import { inScope } from "../../../db/transaction";
import type { Services } from "../services";

const keptMs = 30 * 86_400_000;
const batch = 1000;

/** Forgets deliveries after thirty days; what still waits is not forgotten. */
export async function pruneDeliveries(services: Services): Promise<void> {
  while ((await pruneBatch(services)) === batch);
}

async function pruneBatch({ db, now }: Services): Promise<number> {
  const isOld = lt(webhookDeliveries.createdAt, new Date(now().getTime() - keptMs));
  const found = await inScope(db, { sweep: true }, (tx) =>
    tx
      .select({ id: webhookDeliveries.id, tenantId: webhookDeliveries.tenantId })
      .from(webhookDeliveries)
      .where(and(isOld, ne(webhookDeliveries.state, "pending")))
      .limit(batch),
  );
  for (const [tenantId, rows] of Map.groupBy(found, (row) => row.tenantId)) {
    const ids = rows.map(({ id }) => id);
    const own = and(eq(webhookDeliveries.tenantId, tenantId), inArray(webhookDeliveries.id, ids));
    await inScope(db, { tenantId }, (tx) => tx.delete(webhookDeliveries).where(own));
  }
  return found.length;
}

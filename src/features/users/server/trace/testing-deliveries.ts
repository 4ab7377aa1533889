import type { Database } from "../../../../../db/client";
import { deliveries } from "../../../../../db/schema";

type New = Partial<typeof deliveries.$inferInsert> & { tenantId: string; sender: string; recipient: string };

let made = 0;

/** Mail as it stands, written straight into the table: one a second, the first is the oldest. */
export async function putDelivery(owner: Database, row: New): Promise<string> {
  const queuedAt = new Date(Date.UTC(2026, 10, 20, 10, 0, ++made));
  const [stored] = await owner
    .insert(deliveries)
    .values({ queueId: `q${made}`, queuedAt, ...row })
    .returning({ id: deliveries.id });
  return stored!.id;
}

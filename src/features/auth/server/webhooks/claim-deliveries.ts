import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { tenants, webhookDeliveries, webhooks } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import type { Services } from "~/server/services";
import { attemptMs } from "./post-delivery";

export type WebhookRef = { tenantId: string; webhookId: string };
export type WebhookRow = typeof webhooks.$inferSelect;
export type DeliveryRow = typeof webhookDeliveries.$inferSelect;

/** So many at a time go to one receiver. */
const atOnce = 4;
/** A worker that was killed in the middle leaves its deliveries due again after this; nothing that lives needs as long. */
const leaseMs = attemptMs * 2;

/**
 * Takes the next deliveries that are due, oldest first; each attempt is counted before it is made, and its number tells a late worker that
 * another one has taken over. Null when nothing may be sent: the webhook is off or gone, or its tenant suspended or closed.
 */
export async function claimDeliveries(
  { db, now }: Services,
  { tenantId, webhookId }: WebhookRef,
): Promise<{ webhook: WebhookRow; deliveries: DeliveryRow[] } | null> {
  const at = now();
  return inScope(db, { tenantId }, async (tx) => {
    const own = and(eq(webhooks.tenantId, tenantId), eq(webhooks.id, webhookId));
    const isOpen = and(eq(webhooks.isEnabled, true), eq(tenants.state, "active"));
    const [found] = await tx
      .select({ webhook: webhooks })
      .from(webhooks)
      .innerJoin(tenants, eq(tenants.id, webhooks.tenantId))
      .where(and(own, isOpen));
    if (!found) return null;
    const due = tx
      .select({ id: webhookDeliveries.id })
      .from(webhookDeliveries)
      .where(
        and(
          ...[eq(webhookDeliveries.tenantId, tenantId), eq(webhookDeliveries.webhookId, webhookId)],
          ...[sql`${webhookDeliveries.state} = 'pending'`, lte(webhookDeliveries.nextAttemptAt, at)],
        ),
      )
      .orderBy(webhookDeliveries.nextAttemptAt)
      .limit(atOnce)
      .for("update", { skipLocked: true });
    const deliveries = await tx
      .update(webhookDeliveries)
      .set({ attempts: sql`${webhookDeliveries.attempts} + 1`, nextAttemptAt: new Date(at.getTime() + leaseMs) })
      .where(inArray(webhookDeliveries.id, due))
      .returning();
    return { webhook: found.webhook, deliveries };
  });
}

import { randomInt } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { webhookDeliveries, webhooks } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { DeliveryRow } from "./claim-deliveries";
import { ownWebhook } from "./find-webhook";
import type { Attempt } from "./post-delivery";
import { nextAttempt } from "./retry-schedule";
import { switchOff } from "./switch-off";

/** A webhook that brought nothing through for so long is switched off. */
const patienceMs = 5 * 86_400_000;

/**
 * Stores how an attempt went, unless somebody else has taken the delivery over since: then their word counts. A webhook that is gone for
 * good, or has failed for five days, is switched off.
 */
export async function settleDelivery(ctx: Ctx, delivery: DeliveryRow, attempt: Attempt): Promise<void> {
  const { tenantId } = ctx;
  const now = ctx.now();
  const { isDelivered, isGone, responseStatus, response, durationMs, waitMs } = attempt;
  const again =
    isDelivered || isGone ? null : nextAttempt(now, delivery.attempts, { spread: randomInt(1000) / 1000, waitMs });
  const state = isDelivered ? "delivered" : again ? "pending" : "failed";
  const seen = { responseStatus, response, durationMs };
  await ctx.tx(async (tx) => {
    // The webhook before its deliveries, like everybody else: switching it off takes all of them.
    const row = ownWebhook(ctx, delivery.webhookId);
    await tx.select({ id: webhooks.id }).from(webhooks).where(row).for("no key update");
    const isOurs = and(eq(webhookDeliveries.attempts, delivery.attempts), eq(webhookDeliveries.state, "pending"));
    const [settled] = await tx
      .update(webhookDeliveries)
      .set({ state, nextAttemptAt: again, deliveredAt: isDelivered ? now : null, ...seen })
      .where(and(eq(webhookDeliveries.tenantId, tenantId), eq(webhookDeliveries.id, delivery.id), isOurs))
      .returning({ id: webhookDeliveries.id });
    if (!settled) return;
    const health = isDelivered
      ? { lastDeliveredAt: now, failures: 0, failingSince: null }
      : {
          failingSince: sql`coalesce(${webhooks.failingSince}, ${now.toISOString()}::timestamptz)`,
          ...(state === "failed" ? { failures: sql`${webhooks.failures} + 1` } : {}),
        };
    const [webhook] = await tx.update(webhooks).set(health).where(row).returning();
    if (!webhook?.isEnabled || isDelivered) return;
    const failedFor = now.getTime() - (webhook.failingSince?.getTime() ?? now.getTime());
    if (isGone || failedFor >= patienceMs) await switchOff(tx, ctx, webhook, isGone ? "gone" : "failing");
  });
}

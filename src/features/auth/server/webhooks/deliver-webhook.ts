import { randomInt } from "node:crypto";
import { and, eq, min, sql } from "drizzle-orm";
import { webhookDeliveries } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { systemContext, type Ctx } from "~/server/context";
import type { Services } from "~/server/services";
import { claimDeliveries, type WebhookRef } from "./claim-deliveries";
import { takeDeliverySlot } from "./delivery-slots";
import { postDelivery } from "./post-delivery";
import { settleDelivery } from "./settle-delivery";

/** After so long a webhook makes room for others, whatever still waits for it. */
const turnMs = 5000;
/** Who found no slot comes back after a moment. */
const waitMs = 1000;

/**
 * Brings a webhook what is due for it, some at a time, and asks to be called again when more will be. At least once: a worker that is killed
 * after the receiver has answered repeats the event, with the same `webhook-id`. May run any number of times at once.
 */
export async function deliverWebhook(services: Services, ref: WebhookRef): Promise<void> {
  const ctx = systemContext(services, { job: "webhook.deliver" }, ref.tenantId);
  const leave = takeDeliverySlot(ref.tenantId, ref.webhookId);
  const now = ctx.now().getTime();
  if (!leave) return askAgain(ctx, ref, new Date(now + waitMs + randomInt(waitMs)));
  try {
    const isOpen = await serve(services, ctx, ref);
    const next = isOpen ? await nextDue(ctx, ref) : null;
    if (next) await askAgain(ctx, ref, next);
  } finally {
    leave();
  }
}

/** Returns false when nothing may be sent any more. */
async function serve(services: Services, ctx: Ctx, ref: WebhookRef): Promise<boolean> {
  const until = performance.now() + turnMs;
  do {
    const claimed = await claimDeliveries(services, ref);
    if (!claimed) return false;
    if (claimed.deliveries.length === 0) break;
    const deliver = async (delivery: (typeof claimed.deliveries)[number]) =>
      settleDelivery(ctx, delivery, await postDelivery(services, claimed.webhook, delivery));
    await Promise.all(claimed.deliveries.map(deliver));
    ctx.events.publish({ tenantId: ctx.tenantId, topic: "webhook", subjectId: ref.webhookId });
  } while (performance.now() < until);
  return true;
}

async function nextDue(ctx: Ctx, { tenantId, webhookId }: WebhookRef): Promise<Date | null> {
  const own = and(eq(webhookDeliveries.tenantId, tenantId), eq(webhookDeliveries.webhookId, webhookId));
  const waiting = and(own, sql`${webhookDeliveries.state} = 'pending'`);
  const [row] = await ctx.tx((tx) =>
    tx
      .select({ at: min(webhookDeliveries.nextAttemptAt) })
      .from(webhookDeliveries)
      .where(waiting),
  );
  return row?.at ?? null;
}

const askAgain = (ctx: Ctx, ref: WebhookRef, runAt: Date) =>
  ctx.tx((tx) => enqueue(tx, "webhook.deliver", ref, { key: ref.webhookId, runAt }));

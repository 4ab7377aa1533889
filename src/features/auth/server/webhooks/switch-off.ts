import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { people, tenants, users, webhookDeliveries, webhooks } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { queueNotice } from "~/server/notices/queue-notice";
import type { WebhookRow } from "./claim-deliveries";

/** Ends what still waits for a webhook that is off: it must not come in a flood when it is switched on again. Each can be sent by hand. */
export async function endWaiting(tx: Transaction, ctx: Ctx, webhookId: string): Promise<void> {
  const own = and(eq(webhookDeliveries.tenantId, ctx.tenantId), eq(webhookDeliveries.webhookId, webhookId));
  await tx
    .update(webhookDeliveries)
    .set({ state: "failed", nextAttemptAt: null })
    .where(and(own, eq(webhookDeliveries.state, "pending")));
}

/** Switches a webhook off because of its receiver, and tells the owners by mail. */
export async function switchOff(
  tx: Transaction,
  ctx: Ctx,
  { id, url }: WebhookRow,
  why: NonNullable<WebhookRow["switchedOff"]>,
): Promise<void> {
  const { tenantId } = ctx;
  const own = and(eq(webhooks.tenantId, tenantId), eq(webhooks.id, id));
  await tx.update(webhooks).set({ isEnabled: false, switchedOff: why }).where(own);
  await endWaiting(tx, ctx, id);
  const after = { isEnabled: false, switchedOff: why };
  await audit(tx, ctx, { action: "webhook.switch_off", subject: { type: "webhook", id }, before: { url }, after });
  const owners = await tx
    .select({ email: people.email, locale: people.locale, company: tenants.name })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(and(eq(users.tenantId, tenantId), eq(users.role, "owner")));
  const link = `${ctx.platform.appUrl}/admin/webhooks/${id}`;
  for (const { email: recipient, locale, company } of owners)
    await queueNotice(tx, ctx, {
      ...{ kind: "webhook_disabled", recipient, locale, tenantId, fields: { company, url, link } },
    });
}

import { count, eq } from "drizzle-orm";
import { tenants, webhooks } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import { requireConfirmed } from "~/server/require-confirmed";
import type { CreatedWebhook, CreateWebhook } from "../../schema/webhooks";
import { requireTarget } from "./require-target";
import { requireWebhookKeeper } from "./require-webhook-keeper";
import { newSecret } from "./webhook-secret";
import { toWebhook } from "./webhook-view";

/** Each costs its share of every event. */
const mostWebhooks = 20;

/**
 * Has events sent to a server of the tenant's own. The secret that signs them is shown this once and kept sealed. Throws
 * `webhook.url_refused`, `tenant.limit_reached`, `auth.not_confirmed`, `auth.role_too_low`.
 */
export async function createWebhook(ctx: Ctx, { url, description, events }: CreateWebhook): Promise<CreatedWebhook> {
  requireWebhookKeeper(ctx);
  await requireTarget(ctx, url);
  const { tenantId } = ctx;
  const id = Bun.randomUUIDv7();
  const { secret, sealedSecret } = newSecret(ctx.secretBox, id);
  const row = await ctx.tx(async (tx) => {
    await requireConfirmed(tx, ctx);
    await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, tenantId)).for("update");
    const [held] = await tx.select({ count: count() }).from(webhooks).where(eq(webhooks.tenantId, tenantId));
    if ((held?.count ?? 0) >= mostWebhooks) throw new AppError("tenant.limit_reached");
    const values = { id, tenantId, url, description, events, sealedSecret, createdAt: ctx.now() };
    const [made] = await tx.insert(webhooks).values(values).returning();
    const subject = { type: "webhook", id } as const;
    await audit(tx, ctx, { action: "webhook.create", subject, after: { url, description, events } });
    return made!;
  });
  ctx.events.publish({ tenantId, topic: "webhook", subjectId: id });
  return { webhook: toWebhook(row), secret };
}

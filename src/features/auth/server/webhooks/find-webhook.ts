import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { webhooks } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { WebhookRow } from "./claim-deliveries";

export const ownWebhook = (ctx: Ctx, webhookId: string) =>
  and(eq(webhooks.tenantId, ctx.tenantId), eq(webhooks.id, webhookId));

/** The webhook, locked until the transaction ends. Throws `webhook.not_found`. */
export async function lockWebhook(tx: Transaction, ctx: Ctx, webhookId: string): Promise<WebhookRow> {
  const [row] = await tx.select().from(webhooks).where(ownWebhook(ctx, webhookId)).for("update");
  if (!row) throw new AppError("webhook.not_found");
  return row;
}

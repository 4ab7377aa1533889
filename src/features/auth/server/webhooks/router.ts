import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { freshTenantProcedure, router, tenantProcedure } from "~/server/trpc";
import * as schema from "../../schema/webhooks";
import { createWebhook } from "./create-webhook";
import { getDelivery } from "./get-delivery";
import { getWebhook } from "./get-webhook";
import { listDeliveries } from "./list-deliveries";
import { listWebhooks } from "./list-webhooks";
import { removeWebhook } from "./remove-webhook";
import { replayDelivery } from "./replay-delivery";
import { rotateSecret } from "./rotate-secret";
import { setWebhookEnabled } from "./set-webhook-enabled";
import { testWebhook } from "./test-webhook";
import { updateWebhook } from "./update-webhook";

const look = tenantProcedure.meta({ scope: "webhooks:read" });
const change = tenantProcedure.meta({ scope: "webhooks:write" });
/** For what decides who learns of the tenant's events. */
const guarded = freshTenantProcedure.meta({ scope: "webhooks:write" });

export const webhooksRouter = router({
  list: look
    .meta(rest("GET /webhooks", "List the webhooks, oldest first"))
    .input(schema.ListWebhooks)
    .output(schema.WebhookPage)
    .query(({ ctx, input }) => listWebhooks(ctx, input)),
  get: look
    .meta(rest("GET /webhooks/{webhookId}", "Show a webhook"))
    .input(schema.WebhookRef)
    .output(schema.Webhook)
    .query(({ ctx, input }) => getWebhook(ctx, input)),
  create: guarded
    .meta(rest("POST /webhooks", "Have events sent to a server; the answer shows its secret, once", { status: 201 }))
    .input(schema.CreateWebhook)
    .output(schema.CreatedWebhook)
    .mutation(({ ctx, input }) => createWebhook(ctx, input)),
  update: guarded
    .meta(rest("PUT /webhooks/{webhookId}", "Change where events go, and which"))
    .input(schema.UpdateWebhook)
    .output(schema.Webhook)
    .mutation(({ ctx, input }) => updateWebhook(ctx, input)),
  setEnabled: change
    .meta(rest("PUT /webhooks/{webhookId}/enabled", "Switch a webhook on or off"))
    .input(schema.SetWebhookEnabled)
    .output(schema.Webhook)
    .mutation(({ ctx, input }) => setWebhookEnabled(ctx, input)),
  remove: change
    .meta(rest("DELETE /webhooks/{webhookId}", "Remove a webhook with its log"))
    .input(schema.WebhookRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeWebhook(ctx, input)),
  rotateSecret: guarded
    .meta(rest("POST /webhooks/{webhookId}/secret", "Give a webhook a new secret; the old one signs too for a day"))
    .input(schema.WebhookRef)
    .output(schema.CreatedWebhook)
    .mutation(({ ctx, input }) => rotateSecret(ctx, input)),
  test: change
    .meta(rest("POST /webhooks/{webhookId}/test", "Send a test event", { status: 202 }))
    .input(schema.WebhookRef)
    .output(schema.Delivery)
    .mutation(({ ctx, input }) => testWebhook(ctx, input)),
  deliveries: look
    .meta(rest("GET /webhooks/{webhookId}/deliveries", "List what was sent to a webhook, newest first"))
    .input(schema.ListDeliveries)
    .output(schema.DeliveryPage)
    .query(({ ctx, input }) => listDeliveries(ctx, input)),
  delivery: look
    .meta(rest("GET /webhooks/deliveries/{deliveryId}", "Show a delivery with what was sent and answered"))
    .input(schema.DeliveryRef)
    .output(schema.DeliveryDetail)
    .query(({ ctx, input }) => getDelivery(ctx, input)),
  replay: change
    .meta(rest("POST /webhooks/deliveries/{deliveryId}/replay", "Send an event once more", { status: 202 }))
    .input(schema.DeliveryRef)
    .output(schema.Delivery)
    .mutation(({ ctx, input }) => replayDelivery(ctx, input)),
});

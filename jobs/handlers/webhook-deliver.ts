import { deliverWebhook } from "../../src/features/auth/server/webhooks/deliver-webhook";
import type { Handler } from "../handler";

export const onWebhookDeliver: Handler<"webhook.deliver"> = (payload, services) => deliverWebhook(services, payload);

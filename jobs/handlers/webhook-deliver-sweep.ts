import { sweepDeliveries } from "../../src/features/auth/server/webhooks/sweep-deliveries";
import type { Handler } from "../handler";

export const onWebhookDeliverSweep: Handler<"webhook.deliver.sweep"> = (_, services) => sweepDeliveries(services);

import { reconcileQueue } from "../../src/server/engine-events/reconcile-queue";
import type { Handler } from "../handler";

export const onDeliveryReconcile: Handler<"delivery.reconcile"> = (_, services) => reconcileQueue(services);

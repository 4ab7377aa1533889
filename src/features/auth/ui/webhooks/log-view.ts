import type { DeliveryState } from "../../schema/webhooks";
import type { LogView } from "./queries";

const states: readonly unknown[] = ["pending", "delivered", "failed"] satisfies DeliveryState[];

/** Which part of the log an address asks for; what it cannot mean is left out. */
export function logViewOf(webhookId: string | undefined, params: Record<string, unknown>): LogView {
  const { state, after } = params;
  return {
    webhookId: webhookId ?? "",
    ...(states.includes(state) ? { state: state as DeliveryState } : {}),
    ...(typeof after === "string" && after !== "" ? { after } : {}),
  };
}

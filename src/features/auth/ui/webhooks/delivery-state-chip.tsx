import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import { StatusChip } from "~/ui/status-chip";
import type { Delivery } from "../../schema/webhooks";

/** Waiting for the first attempt is nothing to worry about; waiting for another one is. */
const toneOf = ({ state, attempts }: Delivery): Tone => {
  if (state === "delivered") return "success";
  if (state === "failed") return "danger";
  return attempts > 0 ? "warning" : "neutral";
};

export const DeliveryStateChip = (props: { delivery: Delivery }) => (
  <StatusChip tone={toneOf(props.delivery)}>{t(`webhooks.state_${props.delivery.state}`)}</StatusChip>
);

import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import { StatusChip } from "~/ui/status-chip";
import type { DeliveryState } from "../../schema/trace";

const tones = {
  ...{ queued: "neutral", deferred: "warning", delivered: "success", failed: "danger", expired: "danger" },
  ...{ cancelled: "neutral", unreported: "accent" },
} as const satisfies Record<DeliveryState, Tone>;

/** Where mail under way stands. */
export const MailStateChip = (props: { state: DeliveryState }) => (
  <StatusChip tone={tones[props.state]}>{t(`delivery.state_${props.state}`)}</StatusChip>
);

import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import { StatusChip } from "~/ui/status-chip";
import type { WebhookHealth } from "../../schema/webhooks";

const tones = {
  ...{ idle: "neutral", healthy: "success", failing: "warning", off: "neutral", gone: "danger", given_up: "danger" },
} as const satisfies Record<WebhookHealth, Tone>;

export const WebhookHealthChip = (props: { health: WebhookHealth }) => (
  <StatusChip tone={tones[props.health]}>{t(`webhooks.health_${props.health}`)}</StatusChip>
);

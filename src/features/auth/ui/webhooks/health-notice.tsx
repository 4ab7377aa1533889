import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Notice } from "~/ui/notice";
import type { WebhookHealth } from "../../schema/webhooks";

const words = { failing: "failing", off: "off", gone: "gone", given_up: "givenUp" } as const;
const tones = { failing: "warning", off: "neutral", gone: "danger", given_up: "danger" } as const;

/** Says what is wrong with a webhook and what happens next; nothing when all is well. */
export function HealthNotice(props: { health: WebhookHealth }) {
  const trouble = () => (props.health in words ? (props.health as keyof typeof words) : undefined);
  return (
    <Show when={trouble()}>
      {(health) => (
        <Notice tone={tones[health()]} title={t(`webhooks.${words[health()]}Title`)}>
          {t(`webhooks.${words[health()]}Text`)}
        </Notice>
      )}
    </Show>
  );
}

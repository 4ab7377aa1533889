import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import { StatusChip } from "~/ui/status-chip";
import type { SigningKey } from "../../schema/dkim";
import { LocalDay } from "../local-day";

const tones = {
  pending: "accent",
  active: "success",
  retiring: "neutral",
  retired: "neutral",
} satisfies Record<SigningKey["stage"], Tone>;

/** Where a key is in its life, in one word. */
export const KeyStageChip = (props: { stage: SigningKey["stage"] }) => (
  <StatusChip tone={tones[props.stage]}>{t(`dkim.stage_${props.stage}`)}</StatusChip>
);

/** A key that was replaced at once was never relieved: it has one end only. */
const stepsOf = (key: SigningKey) => [
  { name: "made" as const, at: key.createdAt },
  { name: "seen" as const, at: key.publishedAt },
  { name: "signs" as const, at: key.stage === "pending" ? null : key.signsAt },
  { name: "relieved" as const, at: key.retiringAt },
  { name: "retired" as const, at: key.retiredAt },
];

/** What has happened to a key and what is still to come, from left to right; one below the other where it is narrow. */
export const KeyTimeline = (props: { signingKey: SigningKey }) => (
  <ol data-slot="key-timeline" aria-label={t("dkim.timeline", { selector: props.signingKey.selector })}>
    <For each={stepsOf(props.signingKey)}>
      {(step) => (
        <li data-done={step.at ? "" : undefined}>
          <span>{t(`dkim.step_${step.name}`)}</span>
          <Show when={step.at} fallback={<span class="text-muted text-sm">{t("dkim.notYet")}</span>}>
            {(at) => (
              <span class="text-muted text-sm">
                <LocalDay at={at()} />
              </span>
            )}
          </Show>
        </li>
      )}
    </For>
  </ol>
);

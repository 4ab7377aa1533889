import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import { Notice } from "~/ui/notice";
import type { DomainDetail } from "../schema";
import { isDone } from "./advice-text";

type Step = { tone: Tone; title: string; text: string };

const steps = {
  pending_proof: ({ displayName }) => ({
    tone: "accent",
    title: t("domains.nextPendingTitle", { name: displayName }),
    text: t("domains.nextPending"),
  }),
  proven: () => ({ tone: "accent", title: t("domains.nextProvenTitle"), text: t("domains.nextProven") }),
  setting_up: ({ requiredDone: done, requiredTotal: total }) => ({
    tone: "accent",
    title: t("domains.nextSettingUpTitle"),
    text: t("domains.nextSettingUp", { done, total }),
  }),
  active: ({ mailFlow }) =>
    isDone(mailFlow)
      ? { tone: "success", title: t("domains.nextActiveTitle"), text: t("domains.nextActive") }
      : { tone: "accent", title: t("domains.nextSwitchTitle"), text: t("domains.nextSwitch") },
  attention: () => ({ tone: "warning", title: t("domains.nextAttentionTitle"), text: t("domains.nextAttention") }),
  broken: () => ({ tone: "danger", title: t("domains.nextBrokenTitle"), text: t("domains.nextBroken") }),
  proof_lost: () => ({ tone: "danger", title: t("domains.nextBrokenTitle"), text: t("domains.nextBroken") }),
  suspended: () => ({ tone: "danger", title: t("domains.nextSuspendedTitle"), text: t("domains.nextSuspended") }),
  releasing: () => ({ tone: "neutral", title: t("domains.nextReleasingTitle"), text: t("domains.nextReleasing") }),
} satisfies Record<DomainDetail["state"], (domain: DomainDetail) => Step>;

/** What there is to do now, in one sentence, and what went wrong on the way into the mail server. */
export function NextStep(props: { domain: DomainDetail }) {
  const step = (): Step => steps[props.domain.state](props.domain);
  return (
    <div class="grid gap-3" aria-live="polite">
      <Notice tone={step().tone} title={step().title}>
        {step().text}
      </Notice>
      <Show when={props.domain.application === "failed"}>
        <Notice tone="warning" title={t("domains.engineFailedTitle")}>
          {t("domains.engineFailed", { reason: props.domain.applyError ?? "" })}
        </Notice>
      </Show>
    </div>
  );
}

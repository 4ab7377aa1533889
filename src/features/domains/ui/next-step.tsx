import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import { Notice } from "~/ui/notice";
import type { DomainDetail } from "../schema";
import { isDone } from "./advice-text";
import { LocalDay } from "./local-day";

type Step = { tone: Tone; title: string; text: string };

/** What worked and does not any more shows at once, though the state waits for the next looks before it believes it. */
const hasSlipped = ({ records }: DomainDetail) =>
  records.some(
    ({ level, purpose, state, advice }) =>
      advice?.code === "mx_lost" ||
      (["missing", "conflict", "stale"].includes(state) && level === "required") ||
      (state === "conflict" && purpose === "mx"),
  );

const slippedStep = (): Step => ({
  tone: "warning",
  title: t("domains.nextAttentionTitle"),
  text: t("domains.nextAttention"),
});

const activeStep = (domain: DomainDetail): Step => {
  if (hasSlipped(domain)) return slippedStep();
  const { mailFlow, intent } = domain;
  if (intent === "send_only")
    return { tone: "success", title: t("domains.nextActiveTitle"), text: t("domains.nextSending") };
  if (isDone(mailFlow)) return { tone: "success", title: t("domains.nextActiveTitle"), text: t("domains.nextActive") };
  return { tone: "accent", title: t("domains.nextSwitchTitle"), text: t("domains.nextSwitch") };
};

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
  active: activeStep,
  attention: slippedStep,
  broken: () => ({ tone: "danger", title: t("domains.nextBrokenTitle"), text: t("domains.nextBroken") }),
  proof_lost: () => ({ tone: "danger", title: t("domains.nextProofLostTitle"), text: t("domains.nextProofLost") }),
  suspended: ({ frozenUntil }) =>
    frozenUntil
      ? { tone: "danger", title: t("domains.nextFrozenTitle"), text: t("domains.nextFrozen") }
      : { tone: "danger", title: t("domains.nextSuspendedTitle"), text: t("domains.nextSuspended") },
  releasing: () => ({ tone: "neutral", title: t("domains.nextReleasingTitle"), text: t("domains.nextReleasing") }),
} satisfies Record<DomainDetail["state"], (domain: DomainDetail) => Step>;

/** What there is to do now, in one sentence, and what went wrong on the way into the mail server. */
export function NextStep(props: { domain: DomainDetail }) {
  const step = (): Step => steps[props.domain.state](props.domain);
  return (
    <div class="grid gap-3" aria-live="polite">
      <Notice tone={step().tone} title={step().title}>
        {step().text}
        <Show when={props.domain.frozenUntil}>
          {(at) => (
            <>
              {" "}
              {t("domains.keptUntil")} <LocalDay at={at()} />.
            </>
          )}
        </Show>
      </Notice>
      <Show when={props.domain.proofMissedSince && props.domain.state !== "proof_lost"}>
        <Notice tone="warning" title={t("domains.proofMissingTitle")}>
          {t("domains.proofMissing")}
        </Notice>
      </Show>
      <Show when={props.domain.application === "failed"}>
        <Notice tone="warning" title={t("domains.engineFailedTitle")}>
          {t("domains.engineFailed", { reason: props.domain.applyError ?? "" })}
        </Notice>
      </Show>
    </div>
  );
}

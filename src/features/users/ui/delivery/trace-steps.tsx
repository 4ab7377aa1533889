import { For, Show } from "solid-js";
import { Moment } from "~/features/auth/ui/webhooks/moment";
import { t } from "~/lib/i18n/t";
import type { MailTrace } from "../../schema/trace";

type Step = MailTrace["steps"][number];

/** What an SMTP server answered, as it did: `550 5.1.1 No such user`. */
const answerOf = ({ code, enhancedCode, reply }: Step) =>
  [code, enhancedCode, reply].filter((part) => part !== null).join(" ");

/** Everything that is known to have happened, oldest first. */
export function TraceSteps(props: { steps: readonly Step[] }) {
  return (
    <section>
      <h3 class="m-0 mb-2 font-medium">{t("delivery.timeline")}</h3>
      <ol data-slot="delivery-steps">
        <For each={props.steps}>
          {(step) => (
            <li data-kind={step.kind}>
              <strong class="font-medium">{t(`delivery.step_${step.kind}`)}</strong>
              <Show when={step.by}>{(who) => <span> {t("delivery.step_by", { who: who() })}</span>}</Show>
              <small class="block text-xs text-muted">
                <Moment at={step.at} />
              </small>
              <Show when={step.reason}>{(reason) => <p class="m-0 mt-1">{t(`delivery.why_${reason()}`)}</p>}</Show>
              <Show when={answerOf(step)}>
                {(answer) => (
                  <p class="m-0 mt-1 text-sm text-muted">
                    {step.host ? t("delivery.said_by", { host: step.host }) : t("delivery.said")} <q>{answer()}</q>
                  </p>
                )}
              </Show>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}

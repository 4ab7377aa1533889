import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { CheckIcon } from "~/ui/icons";
import type { DomainDetail } from "../schema";
import { isDone } from "./advice-text";

type Step = { label: string; isDone: boolean; href?: string };

/** The way from a name to mail, and where one is on it. */
function stepsOf(domain: DomainDetail): Step[] {
  const { requiredDone: done, requiredTotal: total, state } = domain;
  const isActive = state === "active" || state === "attention" || state === "broken";
  const steps: Step[] = [
    { label: t("guide.stepIntent"), isDone: domain.intent !== null, href: `/admin/domains/${domain.id}/settings` },
    { label: t("guide.stepRecords", { done, total }), isDone: done === total },
    { label: t("guide.stepServer"), isDone: domain.application === "applied" },
    { label: t("guide.stepMailboxes"), isDone: isActive, ...(isActive ? { href: "/admin/users" } : {}) },
  ];
  if (domain.intent === "send_only") return steps;
  return [...steps, { label: t("guide.stepSwitch"), isDone: isDone(domain.mailFlow) }];
}

/** The steps, the first that is left to do marked as the current one. */
export function SetUpRail(props: { domain: DomainDetail }) {
  const steps = () => stepsOf(props.domain);
  const current = () => steps().findIndex((step) => !step.isDone);
  return (
    <ol class="flex flex-wrap gap-x-5 gap-y-2" aria-label={t("guide.stepsTitle")}>
      <For each={steps()}>
        {(step, at) => (
          <li class="flex items-center gap-2" aria-current={at() === current() ? "step" : undefined}>
            <span
              class="grid place-items-center w-6 h-6 rounded-full text-xs font-medium"
              classList={{
                "bg-success-soft text-success": step.isDone,
                "bg-accent text-accent-text": !step.isDone && at() === current(),
                "bg-surface-hover text-muted": !step.isDone && at() !== current(),
              }}
            >
              <Show when={step.isDone} fallback={at() + 1}>
                <CheckIcon size={14} />
              </Show>
            </span>
            <Show when={step.href} fallback={<span>{step.label}</span>}>
              {(href) => <a href={href()}>{step.label}</a>}
            </Show>
            <Show when={step.isDone}>
              <span class="sr-only">{t("guide.stepDone")}</span>
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}

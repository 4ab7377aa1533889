import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { CheckIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";

export type Step = { title: string; text: string; href: string; isDone: boolean };

/** What is left to do until mail flows: the first open step is the one that is offered. */
export function FirstSteps(props: { steps: readonly Step[] }) {
  const next = () => props.steps.findIndex((step) => !step.isDone);
  return (
    <Card title={t("users.stepsTitle")} description={next() < 0 ? t("users.stepsDone") : undefined}>
      <ol class="grid gap-4 m-0 p-0 list-none">
        <For each={props.steps}>
          {(step, at) => (
            <li class="flex flex-wrap items-start gap-3">
              <span
                class="grid place-items-center shrink-0 w-7 h-7 rounded-full text-sm"
                classList={{
                  "bg-success-soft text-success": step.isDone,
                  "bg-accent text-accent-text": at() === next(),
                  "bg-surface-sunken text-muted": !step.isDone && at() !== next(),
                }}
              >
                <Show when={step.isDone} fallback={<span aria-hidden="true">{at() + 1}</span>}>
                  <CheckIcon size={16} />
                  <span class="sr-only">{t("users.stepIsDone")}</span>
                </Show>
              </span>
              <span class="grid grow basis-48">
                <strong class="font-medium" classList={{ "text-muted": step.isDone }}>
                  {step.title}
                </strong>
                <span class="text-sm text-muted">{step.text}</span>
              </span>
              <Show when={at() === next()}>
                <LinkButton href={step.href} variant="primary" size="sm">
                  {step.title}
                </LinkButton>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </Card>
  );
}

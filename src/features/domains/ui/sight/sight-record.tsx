import { type Component, For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { t } from "~/lib/i18n/t";
import { CloseIcon, InfoIcon, WarningIcon } from "~/ui/basic-icons";
import { Badge, type Tone } from "~/ui/badge";
import type { IconProps } from "~/ui/icon";
import { CheckIcon } from "~/ui/icons";
import { Skeleton } from "~/ui/skeleton";
import { StatusChip } from "~/ui/status-chip";
import type { DomainRecord } from "../../schema";
import type { RecordSight, SightAnswer, SightVerdict } from "../../schema/sight";
import { failureText } from "../domain-failure";
import type { SightRow } from "./create-sight";
import { SightAnswers, sourceName } from "./sight-answers";
import { answerText } from "./sight-text";
import { spanText } from "./wait-text";

const tones = {
  everyone: "success",
  resolvers_later: "accent",
  servers_differ: "warning",
  nobody: "neutral",
  cached_only: "warning",
  resolvers_only: "success",
  resolvers_none: "neutral",
  signatures_broken: "danger",
  unknown: "neutral",
} satisfies Record<SightVerdict, Tone>;

const marks = {
  yes: { tone: "success", icon: CheckIcon },
  other: { tone: "warning", icon: WarningIcon },
  no: { tone: "neutral", icon: CloseIcon },
  unknown: { tone: "neutral", icon: InfoIcon },
} satisfies Record<SightAnswer["sees"], { tone: Tone; icon: Component<IconProps> }>;

const longTtl = 600;

/** What is to be said of a look, `now` being the browser's time: a wait counts down, and a long-lived old answer is to be shortened before the switch. */
function verdictText({ verdict, waitSeconds, answers }: RecordSight, heardAt: number, now: number): string {
  const left = waitSeconds === null ? null : Math.max(0, waitSeconds - (now - heardAt) / 1000);
  const old = Math.max(
    0,
    ...answers.map(({ from, sees, ttlSeconds }) => (from === "zone" && sees === "other" ? (ttlSeconds ?? 0) : 0)),
  );
  const late = answers.filter(({ from, sees }) => from === "resolver" && (sees === "no" || sees === "other"));
  const names = late.map(({ name }) => name).join(", ");
  if (verdict === "resolvers_later")
    return left === null
      ? t("sight.say_later", { names })
      : t("sight.say_later_until", { names, span: spanText(left) });
  if (verdict === "cached_only" && left !== null) return t("sight.say_cached_until", { span: spanText(left) });
  if (verdict === "nobody" && old > longTtl) return t("sight.say_nobody_old", { span: spanText(old) });
  if (verdict === "nobody" && left) return t("sight.say_nobody_kept", { span: spanText(left) });
  return t(`sight.say_${verdict}`);
}

/** One record: who sees it, server by server. */
export function SightRecord(props: { record: DomainRecord; row: SightRow | undefined; now: number }) {
  const seen = () => props.row?.seen;
  const title = () => t(`domains.purpose_${props.record.purpose}`);
  return (
    <li
      class="grid gap-3 px-[1.25rem] py-4 border-t border-border first:border-t-0"
      data-record={props.record.id}
      aria-busy={props.row?.isLooking || undefined}
    >
      <div class="flex flex-wrap items-start justify-between gap-2">
        <div class="min-w-0">
          <h3>{title()}</h3>
          <code class="block text-muted text-sm break-all">{`${props.record.shortName} ${props.record.type}`}</code>
        </div>
        <Show when={seen()}>
          {(known) => (
            <StatusChip tone={tones[known().value.verdict]}>{t(`sight.verdict_${known().value.verdict}`)}</StatusChip>
          )}
        </Show>
      </div>
      <Show when={seen()} fallback={<Waiting row={props.row} />}>
        {(known) => (
          <>
            <p>{verdictText(known().value, known().heardAt, props.now)}</p>
            <ul class="flex flex-wrap gap-2">
              <For each={known().value.answers}>{(answer) => <Mark answer={answer} />}</For>
            </ul>
            <details>
              <summary class="cursor-pointer text-muted text-sm">{t("sight.showAnswers")}</summary>
              <div class="mt-3">
                <SightAnswers caption={title()} answers={known().value.answers} />
              </div>
            </details>
          </>
        )}
      </Show>
    </li>
  );
}

const Mark = (props: { answer: SightAnswer }) => (
  <li class="min-w-0 max-w-full">
    <Badge tone={marks[props.answer.sees].tone} title={answerText(props.answer)} class="max-w-full">
      <Dynamic component={marks[props.answer.sees].icon} size={12} />
      <span class="break-all">{sourceName(props.answer)}</span>
      <span class="sr-only">{`: ${answerText(props.answer)}`}</span>
    </Badge>
  </li>
);

const Waiting = (props: { row: SightRow | undefined }) => (
  <Show
    when={props.row?.error}
    fallback={
      <Show when={props.row?.isLooking !== false} fallback={<p class="text-muted">{t("sight.notLooked")}</p>}>
        <Skeleton class="h-12" />
      </Show>
    }
  >
    {(error) => <p class="text-muted">{failureText(error())}</p>}
  </Show>
);

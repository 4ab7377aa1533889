import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { DomainRecord } from "../schema";
import { adviceText, isDone } from "./advice-text";
import { RecordFields } from "./record-fields";
import { RecordStateChip } from "./record-state-chip";

/** One point of the to-do list. What is in place folds itself up; what is not shows what to do. */
export const RecordItem = (props: { record: DomainRecord }) => (
  <li class="grid gap-3 px-[1.25rem] py-4 border-t border-border first:border-t-0" data-record={props.record.id}>
    <div class="flex flex-wrap items-center justify-between gap-2">
      <h3>{t(`domains.purpose_${props.record.purpose}`)}</h3>
      <RecordStateChip state={props.record.state} type={props.record.type} hasAdvice={props.record.advice !== null} />
    </div>
    <p>{adviceText(props.record.advice, props.record.state)}</p>
    <Show when={isDone(props.record.state)} fallback={<RecordFields record={props.record} />}>
      <details>
        <summary class="cursor-pointer text-muted text-sm">
          {t("domains.showRecord")} <code class="break-all">{`${props.record.shortName} ${props.record.type}`}</code>
        </summary>
        <div class="mt-3">
          <RecordFields record={props.record} />
        </div>
      </details>
    </Show>
  </li>
);

import { Show } from "solid-js";
import type { LocalTime } from "~/features/auth/ui/audit/local-time";
import { t } from "~/lib/i18n/t";
import { ArrowRightIcon } from "~/ui/icons";
import { StatusChip } from "~/ui/status-chip";
import type { DomainRecord } from "../../schema";
import type { HistoryLine } from "../../schema/history";
import { Evidence } from "./evidence";
import { stateText, subjectText, toneOf } from "./line-words";

/** One change: what, from what to what, by whom, and what DNS answered for whoever wants to know. */
export function HistoryRow(props: { line: HistoryLine; records: readonly DomainRecord[]; time: LocalTime }) {
  const line = () => props.line;
  return (
    <li data-slot="history-row" data-tone={toneOf(line())}>
      <time datetime={line().at}>{props.time.time(line().at)}</time>
      <div>
        <p>
          <strong>{subjectText(line(), props.records)}</strong>
          <Show when={line().before !== null}>
            <span data-slot="history-before">{stateText(line().kind, line().before)}</span>
            <ArrowRightIcon size={14} aria-hidden="true" />
            <span class="sr-only">{t("watch.becomes")}</span>
          </Show>
          <StatusChip tone={toneOf(line())}>{stateText(line().kind, line().after)}</StatusChip>
        </p>
        <Show when={line().times > 1}>
          <p data-slot="history-more">
            {t("watch.flapped", { count: line().times, time: props.time.moment(line().since) })}
          </p>
        </Show>
        <Show when={line().by}>
          {(who) => (
            <p data-slot="history-more">
              <bdi>{t("watch.doneBy", { who: who() })}</bdi>
            </p>
          )}
        </Show>
        <Show when={line().evidence}>
          {(evidence) => <Evidence evidence={evidence()} isChange={line().kind === "change"} />}
        </Show>
      </div>
    </li>
  );
}

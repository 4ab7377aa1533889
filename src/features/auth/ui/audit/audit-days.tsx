import { createMemo, For, type JSX, Show } from "solid-js";
import { WarningIcon } from "~/ui/basic-icons";
import { ChevronRightIcon } from "~/ui/icons";
import type { AuditEntry } from "../../schema/audit";
import type { LocalTime } from "./local-time";
import { actionText, actorText, subjectText } from "./words";
import "./audit.css";

export type AuditDaysProps = {
  entries: AuditEntry[];
  time: LocalTime;
  onOpen: (entry: AuditEntry) => void;
  /** Words for the actor, where "who" is better said in another way. */
  actor?: (entry: AuditEntry) => string;
  /** What all of it is about goes without saying. */
  hidesSubject?: boolean;
};

/** What somebody should look at. */
const alarming = new Set([
  ...["auth.sign_in_refused", "auth.second_factor_refused", "access.denied", "session.reuse", "webhook.switch_off"],
]);

/** Entries under the days on which they were written, newest first. Each opens its details. */
export function AuditDays(props: AuditDaysProps) {
  const days = createMemo(() => {
    const { dateOf } = props.time;
    return [...Map.groupBy(props.entries, ({ at }) => dateOf(at))].map(([date, entries]) => ({ date, entries }));
  });
  return (
    <div data-slot="audit">
      <For each={days()}>
        {(day) => (
          <section>
            <h2 data-slot="audit-day">{props.time.dayName(day.date)}</h2>
            <ol data-slot="audit-list">
              <For each={day.entries}>{(entry) => <Row {...props} entry={entry} />}</For>
            </ol>
          </section>
        )}
      </For>
    </div>
  );
}

function Row(props: AuditDaysProps & { entry: AuditEntry }): JSX.Element {
  const who = () => props.actor?.(props.entry) ?? actorText(props.entry.actor);
  return (
    <li data-slot="audit-row">
      <time datetime={props.entry.at}>{props.time.time(props.entry.at)}</time>
      <button type="button" aria-haspopup="dialog" onClick={() => props.onOpen(props.entry)}>
        <Show when={alarming.has(props.entry.action)}>
          <WarningIcon size={16} />
        </Show>
        <strong>{actionText(props.entry.action)}</strong>
        <Show when={!props.hidesSubject && props.entry.subject.label}>
          <bdi>{subjectText(props.entry.subject)}</bdi>
        </Show>
      </button>
      <bdi data-slot="audit-actor">{who()}</bdi>
      <span data-slot="audit-ip">{props.entry.ip}</span>
      <ChevronRightIcon size={16} />
    </li>
  );
}

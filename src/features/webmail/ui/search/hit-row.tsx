import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Avatar } from "~/ui/avatar";
import { PaperclipIcon, StarIcon } from "~/ui/icons";
import type { ThreadSummary } from "../../schema";
import type { SearchHit } from "../../schema/search";
import { RowSelect } from "../handling/row-select";
import { fullTime, listTime } from "../mail-time";
import { personName, rowPeople } from "../people";
import { Marked } from "./marked";

export type HitRowProps = {
  hit: SearchHit;
  href: string;
  isOpen: boolean;
  own: string;
  /** Where it lies, as people call these folders. */
  folders: readonly string[];
  onOpen: () => void;
  onKey: (event: KeyboardEvent, row: ThreadSummary) => void;
};

/** One thread that was found: like a row of a folder, with where it lies and what was found in it. */
export function HitRow(props: HitRowProps) {
  const face = () => (props.hit.from[0] ? personName(props.hit.from[0]) : "?");
  return (
    <li data-slot="hit">
      <RowSelect row={props.hit} />
      <a
        data-slot="thread-row"
        data-thread={props.hit.threadId}
        data-unread={props.hit.unread ? "" : undefined}
        href={props.href}
        aria-current={props.isOpen ? "true" : undefined}
        onClick={() => props.onOpen()}
        onKeyDown={(event) => props.onKey(event, props.hit)}
      >
        <Avatar name={face()} />
        <span data-slot="thread-row-text">
          <span>
            <Show when={props.hit.unread}>
              <span class="sr-only">{t("webmail.unread")} </span>
            </Show>
            <span data-slot="thread-row-people" dir="auto">
              {rowPeople(props.hit, false, props.own)}
            </span>
            <time dateTime={props.hit.receivedAt} title={fullTime(props.hit.receivedAt)}>
              {listTime(props.hit.receivedAt)}
            </time>
          </span>
          <span>
            <span data-slot="thread-row-subject" dir="auto">
              <Marked parts={props.hit.marked.subject} text={props.hit.subject || t("webmail.noSubject")} />
            </span>
            <Show when={props.hit.messageCount > 1}>
              <span data-slot="thread-row-count" aria-label={t("webmail.messages", { count: props.hit.messageCount })}>
                {props.hit.messageCount}
              </span>
            </Show>
            <Show when={props.hit.hasAttachment}>
              <PaperclipIcon size={14} aria-label={t("webmail.hasAttachment")} />
            </Show>
            <Show when={props.hit.flagged}>
              <StarIcon size={14} fill="currentColor" data-flagged="" aria-label={t("webmail.flagged")} />
            </Show>
            <For each={props.folders}>
              {(name) => (
                <span data-slot="hit-folder">
                  <span class="sr-only">{t("finding.in")} </span>
                  {name}
                </span>
              )}
            </For>
          </span>
          <span data-slot="thread-row-preview" dir="auto">
            <Marked parts={props.hit.marked.preview} text={props.hit.preview} />
          </span>
        </span>
      </a>
    </li>
  );
}

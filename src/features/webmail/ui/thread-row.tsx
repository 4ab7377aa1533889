import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Avatar } from "~/ui/avatar";
import { PaperclipIcon, StarIcon } from "~/ui/icons";
import type { Overview, ThreadSummary } from "../schema";
import { RowSelect } from "./handling/row-select";
import { fullTime, listTime } from "./mail-time";
import { personName, rowPeople } from "./people";

export type ThreadRowProps = {
  row: ThreadSummary;
  href: string;
  isOpen: boolean;
  /** In Sent and Drafts a row is about its recipients. */
  isOutgoing: boolean;
  /** The mailbox's own address. */
  own: string;
  onKey: (event: KeyboardEvent, row: ThreadSummary) => void;
  /** Which row it is, from 0, and of how many, in a list that has not all of them on the page. */
  place?: { at: number; of: number };
  /** Whether the tab key leads here. In a list without an end it leads to one row, and the arrows to the others. */
  isStop?: boolean;
  labels?: Overview["labels"];
};

/** One thread of the list: a link, so that it opens in a tab too, and so that what it leads to is fetched when a pointer comes near. */
export function ThreadRow(props: ThreadRowProps) {
  const people = () => rowPeople(props.row, props.isOutgoing, props.own);
  const face = () => {
    const [first] = props.isOutgoing ? props.row.to : props.row.from;
    return first ? personName(first) : "?";
  };
  const labels = () => props.labels?.filter(({ keyword }) => props.row.keywords.includes(keyword)) ?? [];
  return (
    <li
      data-slot="thread-item"
      style={props.place && { "--at": props.place.at }}
      aria-posinset={props.place && props.place.at + 1}
      aria-setsize={props.place?.of}
    >
      <RowSelect row={props.row} />
      <a
        data-slot="thread-row"
        data-thread={props.row.threadId}
        data-unread={props.row.unread ? "" : undefined}
        href={props.href}
        tabindex={props.isStop === false ? -1 : undefined}
        aria-current={props.isOpen ? "true" : undefined}
        onKeyDown={(event) => props.onKey(event, props.row)}
      >
        <Avatar name={face()} />
        <span data-slot="thread-row-text">
          <span>
            <Show when={props.row.unread}>
              <span class="sr-only">{t("webmail.unread")} </span>
            </Show>
            <span data-slot="thread-row-people" dir="auto">
              {people()}
            </span>
            <time dateTime={props.row.receivedAt} title={fullTime(props.row.receivedAt)}>
              {listTime(props.row.receivedAt)}
            </time>
          </span>
          <span>
            <span data-slot="thread-row-subject" dir="auto">
              {props.row.subject || t("webmail.noSubject")}
            </span>
            <For each={labels()}>
              {(label) => (
                <span data-slot="row-label" data-colour={label.colour}>
                  {label.name}
                </span>
              )}
            </For>
            <Show when={props.row.messageCount > 1}>
              <span data-slot="thread-row-count" aria-label={t("webmail.messages", { count: props.row.messageCount })}>
                {props.row.messageCount}
              </span>
            </Show>
            <Show when={props.row.hasAttachment}>
              <PaperclipIcon size={14} aria-label={t("webmail.hasAttachment")} />
            </Show>
            <Show when={props.row.flagged}>
              <StarIcon size={14} fill="currentColor" data-flagged="" aria-label={t("webmail.flagged")} />
            </Show>
          </span>
          <span data-slot="thread-row-preview" dir="auto">
            {props.row.preview}
          </span>
        </span>
      </a>
    </li>
  );
}

import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Avatar } from "~/ui/avatar";
import { PaperclipIcon, StarIcon } from "~/ui/icons";
import type { ThreadSummary } from "../schema";
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
};

/** One thread of the list: a link, so that it opens in a tab too, and so that what it leads to is fetched when a pointer comes near. */
export function ThreadRow(props: ThreadRowProps) {
  const people = () => rowPeople(props.row, props.isOutgoing, props.own);
  const face = () => {
    const [first] = props.isOutgoing ? props.row.to : props.row.from;
    return first ? personName(first) : "?";
  };
  return (
    <li>
      <a
        data-slot="thread-row"
        data-thread={props.row.threadId}
        data-unread={props.row.unread ? "" : undefined}
        href={props.href}
        aria-current={props.isOpen ? "true" : undefined}
        onKeyDown={(event) => props.onKey(event, props.row)}
      >
        <Avatar name={face()} />
        <span data-slot="thread-row-text">
          <span>
            <Show when={props.row.unread}>
              <span class="sr-only">{t("webmail.unread")} </span>
            </Show>
            <span data-slot="thread-row-people">{people()}</span>
            <time dateTime={props.row.receivedAt} title={fullTime(props.row.receivedAt)}>
              {listTime(props.row.receivedAt)}
            </time>
          </span>
          <span>
            <span data-slot="thread-row-subject">{props.row.subject || t("webmail.noSubject")}</span>
            <Show when={props.row.messageIds.length > 1}>
              <span
                data-slot="thread-row-count"
                aria-label={t("webmail.messages", { count: props.row.messageIds.length })}
              >
                {props.row.messageIds.length}
              </span>
            </Show>
            <Show when={props.row.hasAttachment}>
              <PaperclipIcon size={14} aria-label={t("webmail.hasAttachment")} />
            </Show>
            <Show when={props.row.flagged}>
              <StarIcon size={14} fill="currentColor" data-flagged="" aria-label={t("webmail.flagged")} />
            </Show>
          </span>
          <span data-slot="thread-row-preview">{props.row.preview}</span>
        </span>
      </a>
    </li>
  );
}

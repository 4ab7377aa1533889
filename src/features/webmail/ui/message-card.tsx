import { createMemo, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Avatar } from "~/ui/avatar";
import { Notice } from "~/ui/notice";
import { StarIcon } from "~/ui/icons";
import type { Message } from "../schema";
import { AttachmentList } from "./attachment-list";
import { inlineImages } from "./inline-images";
import { fullTime, listTime } from "./mail-time";
import { MessageBody } from "./message-body";
import { MessageDetails } from "./message-details";
import { peopleText, personName } from "./people";

export type MessageCardProps = {
  message: Message;
  isOpen: boolean;
  /** The mailbox's own address. */
  own: string;
  /** Absent for the last message of a thread, which stays open. */
  onToggle?: () => void;
};

/** One message of a thread: a line when it is folded up, otherwise all of it. */
export function MessageCard(props: MessageCardProps) {
  const sender = () => {
    const [first] = props.message.from;
    return first ? personName(first) : t("webmail.noSender");
  };
  const date = () => props.message.sentAt ?? props.message.receivedAt;
  const head = () => (
    <>
      <Avatar name={sender()} />
      <span data-slot="message-sender">
        <b>{sender()}</b>
        <Show when={props.isOpen && props.message.from[0]?.name}>
          <small>{props.message.from[0]?.email}</small>
        </Show>
        <Show when={!props.isOpen}>
          <small>{props.message.preview}</small>
        </Show>
      </span>
      <Show when={props.message.keywords.includes("$flagged")}>
        <StarIcon size={14} fill="currentColor" data-flagged="" aria-label={t("webmail.flagged")} />
      </Show>
      <time dateTime={date()} title={fullTime(date())}>
        {listTime(date())}
      </time>
    </>
  );
  return (
    <article
      data-slot="message"
      data-open={props.isOpen ? "" : undefined}
      aria-label={t("webmail.messageOf", { name: sender() })}
    >
      <Show when={props.onToggle} fallback={<div data-slot="message-head">{head()}</div>}>
        <button type="button" data-slot="message-head" aria-expanded={props.isOpen} onClick={() => props.onToggle?.()}>
          {head()}
        </button>
      </Show>
      <Show when={props.isOpen}>
        <OpenMessage message={props.message} own={props.own} />
      </Show>
    </article>
  );
}

function OpenMessage(props: { message: Message; own: string }) {
  const images = inlineImages(() => props.message);
  // The same text again is no reason to show it anew: a message is read again whenever anything about it changes.
  const html = createMemo(() => props.message.html);
  const people = () => peopleText([...props.message.to, ...props.message.cc], props.own);
  return (
    <div data-slot="message-content">
      <MessageDetails message={props.message} summary={people() ? t("webmail.toPeople", { people: people() }) : ""} />
      <Show when={props.message.truncated}>
        <Notice tone="warning">{t("webmail.truncated")}</Notice>
      </Show>
      <MessageBody html={html()} text={props.message.text ?? props.message.preview} cidUrls={images()} />
      <AttachmentList message={props.message} />
    </div>
  );
}

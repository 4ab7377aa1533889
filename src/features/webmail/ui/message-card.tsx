import { createMemo, createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Avatar } from "~/ui/avatar";
import { StarIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import type { Message } from "../schema";
import { AttachmentList } from "./attachment-list";
import { MessageFate } from "./delivery/message-fate";
import { inlineImages } from "./inline-images";
import { fullTime, listTime } from "./mail-time";
import { MessageBody } from "./message-body";
import { MessageDetails } from "./message-details";
import { MessageMenu, type MessageMenuProps } from "./parts/message-menu";
import { MessageNotices } from "./reading/message-notices";
import { peopleText, personName } from "./people";

const TruncatedNotice = lazyPart(
  () => import("./parts/truncated-notice"),
  () => {},
);

export type MessageCardProps = MessageMenuProps & {
  isOpen: boolean;
  /** The mailbox's own address. */
  own: string;
  /** Absent for a message that is alone, which stays open. */
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
        <b dir="auto">{sender()}</b>
        <Show when={props.isOpen && props.message.from[0]?.name}>
          <small>{props.message.from[0]?.email}</small>
        </Show>
        <Show when={!props.isOpen}>
          <small dir="auto">{props.message.preview}</small>
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
      data-message-id={props.message.id}
      data-open={props.isOpen ? "" : undefined}
      aria-label={t("webmail.messageOf", { name: sender() })}
    >
      <div data-slot="message-top">
        <Show
          when={props.onToggle}
          fallback={
            <div data-slot="message-head" tabindex="-1">
              {head()}
            </div>
          }
        >
          <button
            type="button"
            data-slot="message-head"
            aria-expanded={props.isOpen}
            onClick={() => props.onToggle?.()}
          >
            {head()}
          </button>
        </Show>
        <Show when={props.isOpen}>
          <MessageMenu message={props.message} onAnswer={props.onAnswer} onUnreadFrom={props.onUnreadFrom} />
        </Show>
      </div>
      <Show when={props.isOpen}>
        <OpenMessage message={props.message} own={props.own} />
      </Show>
    </article>
  );
}

function OpenMessage(props: { message: Message; own: string }) {
  const [whole, setWhole] = createSignal<Message>();
  const message = () => whole() ?? props.message;
  const [deceptiveHosts, setDeceptiveHosts] = createSignal<readonly string[]>([]);
  const images = inlineImages(message);
  // The same text again is no reason to show it anew: a message is read again whenever anything about it changes.
  const html = createMemo(() => message().html);
  const text = createMemo(() => message().text ?? message().preview);
  const people = () => peopleText([...props.message.to, ...props.message.cc], props.own);
  return (
    <div data-slot="message-content">
      <MessageDetails message={props.message} summary={people() ? t("webmail.toPeople", { people: people() }) : ""} />
      <MessageNotices message={props.message} own={props.own} deceptiveHosts={deceptiveHosts()} />
      <MessageBody
        html={html()}
        text={text()}
        cidUrls={images()}
        message={props.message}
        onDeceptiveHosts={setDeceptiveHosts}
      />
      <Show when={message().truncated}>
        <TruncatedNotice message={props.message} onWhole={whole() ? undefined : setWhole} />
      </Show>
      <AttachmentList message={message()} />
      <Show when={props.message.from[0]?.email === props.own && props.message.messageId}>
        {(messageId) => <MessageFate messageId={messageId()} />}
      </Show>
    </div>
  );
}

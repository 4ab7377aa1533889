import { createEffect, createMemo, createSignal, For, Match, Show, Switch, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { ForwardIcon, ReplyAllIcon, ReplyIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import type { Mailbox, Message } from "../schema";
import type { AnswerKind } from "./composing/draft";
import { Keyed } from "~/ui/keyed";
import { dayText } from "./mail-time";
import { MessageCard } from "./message-card";
import { foldThread } from "./parts/fold-thread";
import { isDraft, shownMessages } from "./parts/shown-messages";
import { ThreadHead } from "./parts/thread-head";
import "./parts/conversation.css";

const DraftLine = lazyPart(
  () => import("./parts/draft-line"),
  () => {},
);

export type ReaderProps = {
  messages: readonly Message[];
  own: string;
  mailboxes: readonly Mailbox[];
  /** From which it was opened. */
  folder: Mailbox;
  onAnswer: (kind: AnswerKind, message: Message) => void;
  /** Goes on writing a draft. */
  onContinue?: (draft: Message) => void;
  /** Called with messages that are on the screen now and were unread. */
  onRead: (unread: readonly Message[]) => void;
  /** A message, and what came after it, is to be read again. */
  onUnreadFrom: (message: Message) => void;
};

const isUnread = ({ keywords }: Message) => !keywords.includes("$seen") && !keywords.includes("$draft");
const answers = [
  ["reply", "webmail.reply", ReplyIcon],
  ["replyAll", "webmail.replyAll", ReplyAllIcon],
  ["forward", "webmail.forward", ForwardIcon],
] as const;

/** A whole thread, oldest first: what was read before is folded up, the rest and the last message are open. */
export function Reader(props: ReaderProps) {
  const opened = new Set<string>();
  const [toggled, setToggled] = createSignal<ReadonlySet<string>>(new Set());
  const [isUnfolded, setUnfolded] = createSignal(false);
  const shown = createMemo(() => shownMessages(props.messages, props.mailboxes, props.folder));
  const last = () => shown().findLast((message) => !isDraft(message));
  const byId = createMemo(() => new Map(shown().map((message) => [message.id, message])));
  const isOpen = (message: Message) => {
    if (isUnread(message) || message.id === last()?.id) opened.add(message.id);
    return opened.has(message.id) !== toggled().has(message.id);
  };
  const items = () => {
    const ids = [...byId().keys()];
    const stays = (id: string) => isUnfolded() || isDraft(byId().get(id)!) || isOpen(byId().get(id)!);
    return foldThread(ids, stays);
  };
  const dayBefore = createMemo(() => {
    const days = shown().map(({ receivedAt }) => dayText(receivedAt));
    return new Map(shown().flatMap(({ id }, at) => (at > 0 && days[at] !== days[at - 1] ? [[id, days[at]!]] : [])));
  });
  const toggle = (id: string) =>
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  // Once a message: when it fails, or it is marked unread here or elsewhere while it is open, there is no quarrel about it.
  const looked = new Set<string>();
  createEffect(() => {
    const unread = shown().filter((message) => isUnread(message) && !looked.has(message.id));
    for (const { id } of shown()) looked.add(id);
    if (unread.length > 0) untrack(() => props.onRead(unread));
  });
  return (
    <div data-slot="reader" tabindex="-1">
      <ThreadHead messages={shown()} own={props.own} />
      <Keyed each={items()} by={({ id }) => id}>
        {(item) => (
          <Switch>
            <Match when={item().folded}>
              {(folded) => (
                <button type="button" data-slot="folded-messages" onClick={() => setUnfolded(true)}>
                  {t("parts.earlier", { count: folded().length })}
                </button>
              )}
            </Match>
            <Match when={byId().get(item().id)}>
              {(message) => (
                <>
                  <Show when={dayBefore().get(message().id)}>{(day) => <p data-slot="day">{day()}</p>}</Show>
                  <Show
                    when={!isDraft(message())}
                    fallback={<DraftLine message={message()} onContinue={props.onContinue} />}
                  >
                    <MessageCard
                      message={message()}
                      own={props.own}
                      isOpen={isOpen(message())}
                      onToggle={shown().length > 1 ? () => toggle(message().id) : undefined}
                      onAnswer={props.onAnswer}
                      onUnreadFrom={props.onUnreadFrom}
                    />
                  </Show>
                </>
              )}
            </Match>
          </Switch>
        )}
      </Keyed>
      <Show when={last()}>
        {(message) => (
          <div data-slot="reader-answers">
            <For each={answers}>
              {([kind, label, Icon]) => (
                <Button icon={<Icon size={16} />} onClick={() => props.onAnswer(kind, message())}>
                  {t(label)}
                </Button>
              )}
            </For>
          </div>
        )}
      </Show>
    </div>
  );
}

import { createEffect, createSignal, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { ForwardIcon, ReplyAllIcon, ReplyIcon } from "~/ui/icons";
import type { Message } from "../schema";
import type { AnswerKind } from "./answer-draft";
import { Keyed } from "./keyed";
import { MessageCard } from "./message-card";

export type ReaderProps = {
  messages: readonly Message[];
  own: string;
  onAnswer: (kind: AnswerKind, message: Message) => void;
  /** Called with messages that are on the screen now and were unread. */
  onRead: (unread: readonly Message[]) => void;
};

const isUnread = ({ keywords }: Message) => !keywords.includes("$seen") && !keywords.includes("$draft");

/** A whole thread, oldest first: what was read before is folded up, the rest and the last message are open. */
export function Reader(props: ReaderProps) {
  const opened = new Set<string>();
  const [toggled, setToggled] = createSignal<ReadonlySet<string>>(new Set());
  const last = () => props.messages.at(-1);
  const isOpen = (message: Message) => {
    if (isUnread(message) || message.id === last()?.id) opened.add(message.id);
    return opened.has(message.id) !== toggled().has(message.id);
  };
  const toggle = (id: string) =>
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  // Asked for once a message: when it fails, or somebody marks it unread elsewhere, there is no quarrel about it.
  const asked = new Set<string>();
  createEffect(() => {
    const unread = props.messages.filter((message) => isUnread(message) && !asked.has(message.id));
    for (const { id } of unread) asked.add(id);
    if (unread.length > 0) untrack(() => props.onRead(unread));
  });
  const answer = (kind: AnswerKind) => {
    const message = last();
    if (message) props.onAnswer(kind, message);
  };
  return (
    <div data-slot="reader" tabindex="-1">
      <h2>{props.messages[0]?.subject || t("webmail.noSubject")}</h2>
      <Keyed each={props.messages} by={(message) => message.id}>
        {(message) => (
          <MessageCard
            message={message()}
            own={props.own}
            isOpen={isOpen(message())}
            onToggle={props.messages.length > 1 ? () => toggle(message().id) : undefined}
          />
        )}
      </Keyed>
      <div data-slot="reader-answers">
        <Button icon={<ReplyIcon size={16} />} onClick={() => answer("reply")}>
          {t("webmail.reply")}
        </Button>
        <Button icon={<ReplyAllIcon size={16} />} onClick={() => answer("replyAll")}>
          {t("webmail.replyAll")}
        </Button>
        <Button icon={<ForwardIcon size={16} />} onClick={() => answer("forward")}>
          {t("webmail.forward")}
        </Button>
      </div>
    </div>
  );
}

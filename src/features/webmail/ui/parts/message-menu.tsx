import { createSignal, onMount, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { lazyPart } from "~/ui/lazy-part";
import type { MenuItem } from "~/ui/menu";
import { MoreMenu } from "~/ui/more-menu";
import type { Message } from "../../schema";
import type { AnswerKind } from "../composing/draft";

const MessageInspector = lazyPart(
  () => import("./message-inspector"),
  (part) => part.onClose(),
);

export type MessageMenuProps = {
  message: Message;
  onAnswer: (kind: AnswerKind, message: Message) => void;
  onUnreadFrom: (message: Message) => void;
};

/** What one can do with one message of a thread. Its lines are fetched once the message is on the screen, before anybody opens it. */
export function MessageMenu(props: MessageMenuProps) {
  const [inspected, setInspected] = createSignal<"headers" | "source">();
  const [items, setItems] = createSignal<() => readonly MenuItem[]>(() => []);
  onMount(async () => {
    // Without the server there is nothing to be done with a message either; the next one tries again.
    const part = await import("./message-menu-items").catch(() => null);
    if (part) setItems(() => () => part.messageMenuItems(props, setInspected));
  });
  return (
    <>
      <MoreMenu label={t("parts.menu")} size="sm" items={items()()} />
      <Show when={inspected()}>
        {(what) => <MessageInspector what={what()} messageId={props.message.id} onClose={() => setInspected()} />}
      </Show>
    </>
  );
}

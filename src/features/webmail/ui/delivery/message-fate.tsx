import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { lazyPart } from "~/ui/lazy-part";

const MessageFateDialog = lazyPart(
  () => import("./message-fate-dialog"),
  (part) => part.onClose(),
);

/** Below a message that the reader sent: what became of it. */
export function MessageFate(props: { messageId: string }) {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <Button size="sm" variant="ghost" onPointerEnter={MessageFateDialog.preload} onClick={() => setOpen(true)}>
        {t("delivery.own_of_message")}
      </Button>
      <Show when={isOpen()}>
        <MessageFateDialog messageId={props.messageId} onClose={() => setOpen(false)} />
      </Show>
    </>
  );
}

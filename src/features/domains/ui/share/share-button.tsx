import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { SendIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";

const ShareDialog = lazyPart(
  () => import("./share-dialog"),
  (part) => part.onClose(),
);

/** The way to let somebody else publish the records. */
export function ShareButton(props: { domainId: string }) {
  const [isOpen, setOpen] = createSignal(false);
  const [wasOpened, setOpened] = createSignal(false);
  return (
    <>
      <Button size="sm" icon={<SendIcon size={16} />} onClick={() => (setOpened(true), setOpen(true))}>
        {t("guide.share")}
      </Button>
      <Show when={wasOpened()}>
        <ShareDialog open={isOpen()} onClose={() => setOpen(false)} domainId={props.domainId} />
      </Show>
    </>
  );
}

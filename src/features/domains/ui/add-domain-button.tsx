import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { PlusIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";

const AddDomainDialog = lazyPart(
  () => import("./add-domain-dialog"),
  (part) => part.onClose(),
);

/** The button, and the dialog that it fetches when it is first pressed. */
export function AddDomainButton(props: { acceptsTestNames: boolean }) {
  const [isOpen, setOpen] = createSignal(false);
  const [wasOpened, setOpened] = createSignal(false);
  return (
    <>
      <Button variant="primary" icon={<PlusIcon />} onClick={() => (setOpened(true), setOpen(true))}>
        {t("domains.add")}
      </Button>
      <Show when={wasOpened()}>
        <AddDomainDialog open={isOpen()} onClose={() => setOpen(false)} acceptsTestNames={props.acceptsTestNames} />
      </Show>
    </>
  );
}

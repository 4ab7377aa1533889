import { createSignal } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { Dialog } from "~/ui/dialog";
import { CodeBlock } from "./code-block";

/** The one time that a secret is seen: it closes when the reader says that it is stored. */
export default function SecretDialog(props: { secret: string; onClose: () => void }) {
  const [isStored, setStored] = createSignal(false);
  const [isOpen, setOpen] = createSignal(true);
  /** A slip of the hand would cost the secret: without the tick it comes back. */
  const close = () => {
    if (isStored()) return props.onClose();
    setOpen(false);
    queueMicrotask(() => setOpen(true));
  };
  return (
    <Dialog
      open={isOpen()}
      onClose={close}
      title={t("webhooks.secretTitle")}
      description={t("webhooks.secretText")}
      footer={
        <Button variant="primary" disabled={!isStored()} onClick={() => props.onClose()}>
          {t("webhooks.done")}
        </Button>
      }
    >
      <div class="grid grid-cols-1 gap-4">
        <CodeBlock wraps text={props.secret} label={t("webhooks.secretLabel")} copyLabel={t("webhooks.secretCopy")} />
        <Checkbox
          label={t("webhooks.secretStored")}
          checked={isStored()}
          onChange={({ currentTarget }) => setStored(currentTarget.checked)}
        />
      </div>
    </Dialog>
  );
}

import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import type { SendWarning } from "./send-warnings";

export type SendCheckProps = {
  warnings: readonly SendWarning[];
  /** To how many it goes. */
  recipients: number;
  onSend: () => void;
  onClose: () => void;
};

/** Everything that may have been overlooked, asked about at once; going on writing is what Enter and Escape do. */
export default function SendCheck(props: SendCheckProps) {
  return (
    <Dialog
      open
      size="sm"
      title={t("composing.checkTitle")}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button variant="primary" autofocus onClick={() => props.onClose()}>
            {t("composing.checkBack")}
          </Button>
          <Button onClick={() => props.onSend()}>{t("composing.checkSend")}</Button>
        </>
      }
    >
      <ul class="grid gap-2">
        <For each={props.warnings}>
          {(warning) => <li>{t(`composing.check_${warning}`, { count: props.recipients })}</li>}
        </For>
      </ul>
    </Dialog>
  );
}

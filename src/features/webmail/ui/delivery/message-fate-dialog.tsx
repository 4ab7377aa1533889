import { createAsync } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { DeliveryTable } from "~/features/users/ui/delivery/delivery-table";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { hasFailed } from "../page-data";
import OwnTraceDialog from "./own-trace-dialog";
import { ownDeliveries } from "./queries";

/** What became of one sent message, for each of its recipients. */
export default function MessageFateDialog(props: { messageId: string; onClose: () => void }) {
  const answer = createAsync(() => ownDeliveries({ messageId: props.messageId }));
  const [opened, setOpened] = createSignal<string>();
  const found = () => {
    const known = answer.latest;
    return known && !hasFailed(known) ? known.deliveries : undefined;
  };
  return (
    <>
      <Dialog
        open
        size="lg"
        title={t("delivery.own_of_message")}
        onClose={() => props.onClose()}
        footer={
          <Button variant="primary" onClick={() => props.onClose()}>
            {t("common.close")}
          </Button>
        }
      >
        <Show when={found()?.length !== 0} fallback={<p class="m-0">{t("delivery.own_unknown")}</p>}>
          <DeliveryTable own deliveries={found()} onOpen={setOpened} />
        </Show>
      </Dialog>
      <Show when={opened()}>{(id) => <OwnTraceDialog id={id()} onClose={() => setOpened(undefined)} />}</Show>
    </>
  );
}

import { createAsync, useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { RefreshIcon } from "~/ui/icons";
import { Skeleton } from "~/ui/skeleton";
import { toast } from "~/ui/toast-store";
import type { DeliveryDetail } from "../../schema/webhooks";
import { failureText } from "../failure-text";
import { CodeBlock } from "./code-block";
import { DeliveryStateChip } from "./delivery-state-chip";
import { Moment } from "./moment";
import { deliveryDetail, replayDelivery } from "./queries";
import "./webhooks.css";

export type DeliveryDialogProps = { deliveryId: string; canReplay: boolean; onClose: () => void };

/** One delivery: what was sent, what came back, and a way to send it again. */
export default function DeliveryDialog(props: DeliveryDialogProps) {
  const delivery = createAsync(() => deliveryDetail(props.deliveryId));
  const replay = useAction(replayDelivery);
  const [isBusy, setBusy] = createSignal(false);
  const sendAgain = async () => {
    setBusy(true);
    try {
      await replay(props.deliveryId);
      toast(t("webhooks.replayed"), { tone: "success" });
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      size="lg"
      title={t("webhooks.deliveryTitle", { event: delivery.latest?.event ?? "" })}
      onClose={props.onClose}
      footer={
        <>
          <Show when={props.canReplay}>
            <Button icon={<RefreshIcon />} busy={isBusy()} onClick={() => void sendAgain()}>
              {t("webhooks.replay")}
            </Button>
          </Show>
          <Button variant="primary" onClick={() => props.onClose()}>
            {t("webhooks.done")}
          </Button>
        </>
      }
    >
      <Show when={delivery.latest} fallback={<Skeleton class="h-48" />}>
        {(found) => <Facts delivery={found()} />}
      </Show>
    </Dialog>
  );
}

function Facts(props: { delivery: DeliveryDetail }) {
  return (
    <div class="grid grid-cols-1 gap-4">
      <dl data-slot="webhook-facts">
        <dt>{t("webhooks.columnState")}</dt>
        <dd>
          <DeliveryStateChip delivery={props.delivery} />
        </dd>
        <dt>{t("webhooks.deliveryId")}</dt>
        <dd>
          <code>{props.delivery.eventId}</code>
        </dd>
        <dt>{t("webhooks.columnAttempts")}</dt>
        <dd>
          {props.delivery.attempts}
          <Show when={props.delivery.attempts > 0 && props.delivery.nextAttemptAt}>
            {(at) => (
              <>
                {` · ${t("webhooks.nextTry")} `}
                <Moment at={at()} />
              </>
            )}
          </Show>
        </dd>
        <Show when={props.delivery.deliveredAt}>
          {(at) => (
            <>
              <dt>{t("webhooks.deliveredAt")}</dt>
              <dd>
                <Moment at={at()} />
              </dd>
            </>
          )}
        </Show>
      </dl>
      <section class="grid grid-cols-1 gap-2">
        <h3 class="m-0 font-medium">{t("webhooks.payload")}</h3>
        <CodeBlock
          text={JSON.stringify(props.delivery.payload, null, 2)}
          label={t("webhooks.payload")}
          copyLabel={t("webhooks.copyPayload")}
        />
      </section>
      <Show when={props.delivery.response !== null}>
        <section class="grid grid-cols-1 gap-2">
          <h3 class="m-0 font-medium">
            {t("webhooks.answer")} <code>{props.delivery.responseStatus}</code>
          </h3>
          <Show
            when={props.delivery.response}
            fallback={<p class="m-0 text-muted text-sm">{t("webhooks.answerEmpty")}</p>}
          >
            {(text) => <CodeBlock text={text()} label={t("webhooks.answer")} copyLabel={t("common.copy")} />}
          </Show>
        </section>
      </Show>
    </div>
  );
}

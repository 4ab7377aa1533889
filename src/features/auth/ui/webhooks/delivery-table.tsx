import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { type Column, DataTable } from "~/ui/data-table";
import type { Delivery } from "../../schema/webhooks";
import { DeliveryStateChip } from "./delivery-state-chip";
import { Moment } from "./moment";
import "./webhooks.css";

const answerText = ({ responseStatus, attempts, durationMs }: Delivery) => {
  if (attempts === 0) return t("webhooks.notTried");
  const took = durationMs === null ? "" : ` · ${t("webhooks.duration", { ms: durationMs })}`;
  return `${responseStatus ?? t("webhooks.noAnswer")}${took}`;
};

/** Deliveries with how they went; a press on the event opens one. */
export function DeliveryTable(props: { deliveries: Delivery[] | undefined; onOpen: (deliveryId: string) => void }) {
  const columns = (): Column<Delivery>[] => [
    {
      id: "event",
      header: t("webhooks.columnEvent"),
      primary: true,
      cell: (delivery) => (
        <button
          type="button"
          data-slot="webhook-open"
          aria-label={t("webhooks.openDelivery", { event: delivery.event })}
          onClick={() => props.onOpen(delivery.id)}
        >
          <code>{delivery.event}</code>
        </button>
      ),
    },
    {
      id: "state",
      header: t("webhooks.columnState"),
      width: "14rem",
      cell: (delivery) => (
        <span class="grid gap-1 justify-items-start">
          <DeliveryStateChip delivery={delivery} />
          <Show when={delivery.attempts > 0 && delivery.nextAttemptAt}>
            {(at) => (
              <small class="text-xs text-muted">
                {t("webhooks.nextTry")} <Moment at={at()} />
              </small>
            )}
          </Show>
        </span>
      ),
    },
    { id: "answer", header: t("webhooks.columnAnswer"), width: "9rem", cell: answerText },
    { id: "attempts", header: t("webhooks.columnAttempts"), width: "6rem", cell: ({ attempts }) => String(attempts) },
    {
      id: "at",
      header: t("webhooks.columnAt"),
      width: "14rem",
      cell: (delivery) => <Moment at={delivery.createdAt} />,
    },
  ];
  return <DataTable caption={t("webhooks.log")} columns={columns()} rows={props.deliveries} by={({ id }) => id} />;
}

import { Show } from "solid-js";
import { Moment } from "~/features/auth/ui/webhooks/moment";
import { t } from "~/lib/i18n/t";
import { type Column, DataTable } from "~/ui/data-table";
import type { MailDelivery } from "../../schema/trace";
import { MailStateChip } from "./mail-state-chip";
import "./delivery.css";

/** Messages with where they stand; a press on the recipient shows what happened. `own`: all are the reader's, so the sender is left out. */
export function DeliveryTable(props: {
  deliveries: MailDelivery[] | undefined;
  onOpen: (id: string) => void;
  own?: boolean;
}) {
  const columns = (): Column<MailDelivery>[] => [
    {
      id: "to",
      header: t("delivery.col_to"),
      primary: true,
      cell: (delivery) => (
        <button
          type="button"
          data-slot="delivery-open"
          aria-label={t("delivery.open", { address: delivery.recipient })}
          onClick={() => props.onOpen(delivery.id)}
        >
          <bdi>{delivery.recipient}</bdi>
        </button>
      ),
    },
    ...(props.own
      ? []
      : [
          {
            id: "from",
            header: t("delivery.col_from"),
            cell: (delivery: MailDelivery) => (
              <span data-slot="delivery-address">
                <bdi>{delivery.sender || t("delivery.no_sender")}</bdi>
              </span>
            ),
          },
        ]),
    {
      id: "state",
      header: t("delivery.col_state"),
      width: "15rem",
      cell: (delivery) => (
        <span data-slot="delivery-stand">
          <MailStateChip state={delivery.state} />
          <Show when={delivery.reason}>
            {(reason) => <small class="text-xs text-muted">{t(`delivery.why_${reason()}`)}</small>}
          </Show>
        </span>
      ),
    },
    {
      id: "when",
      header: t("delivery.col_when"),
      width: "15rem",
      cell: (delivery) => <Moment at={delivery.queuedAt} />,
    },
  ];
  return <DataTable caption={t("delivery.table")} columns={columns()} rows={props.deliveries} by={({ id }) => id} />;
}

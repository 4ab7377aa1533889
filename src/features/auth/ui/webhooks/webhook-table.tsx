import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { webhookEventNames } from "~/lib/webhook-events";
import { type Column, DataTable } from "~/ui/data-table";
import type { Webhook } from "../../schema/webhooks";
import { Moment } from "./moment";
import { WebhookHealthChip } from "./webhook-health-chip";

const eventsText = ({ events: { length: count } }: Webhook) =>
  count === webhookEventNames.length ? t("webhooks.allEvents") : t("webhooks.eventCount", { count });

/** Webhooks with their health at a glance. */
export function WebhookTable(props: { webhooks: Webhook[] | undefined }) {
  const columns = (): Column<Webhook>[] => [
    {
      id: "url",
      header: t("webhooks.columnUrl"),
      primary: true,
      cell: (webhook) => (
        <span class="grid min-w-0">
          <a href={`/admin/webhooks/${webhook.id}`} class="font-medium break-all">
            {webhook.url}
          </a>
          <span class="text-sm text-muted break-words">{webhook.description}</span>
        </span>
      ),
    },
    {
      id: "health",
      header: t("webhooks.columnHealth"),
      width: "13rem",
      cell: (webhook) => <WebhookHealthChip health={webhook.health} />,
    },
    { id: "events", header: t("webhooks.columnEvents"), width: "9rem", cell: eventsText },
    {
      id: "last",
      header: t("webhooks.columnLast"),
      width: "14rem",
      cell: (webhook) => (
        <Show when={webhook.lastDeliveredAt} fallback={t("webhooks.never")}>
          {(at) => <Moment at={at()} />}
        </Show>
      ),
    },
  ];
  return <DataTable caption={t("webhooks.title")} columns={columns()} rows={props.webhooks} by={({ id }) => id} />;
}

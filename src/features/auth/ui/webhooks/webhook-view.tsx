import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";
import { PageHeader } from "~/ui/page-header";
import type { DeliveryPage, Webhook } from "../../schema/webhooks";
import { DeliveryLog } from "./delivery-log";
import { HealthNotice } from "./health-notice";
import { Moment } from "./moment";
import type { LogView } from "./queries";
import { WebhookActions } from "./webhook-actions";
import { WebhookHealthChip } from "./webhook-health-chip";
import "./webhooks.css";

/** Everything about one webhook: how it does, what it is told, what was sent. */
export function WebhookView(props: { webhook: Webhook; log: DeliveryPage | null | undefined; view: LogView }) {
  const name = () => props.webhook.description || new URL(props.webhook.url).host;
  return (
    <>
      <PageHeader
        title={name()}
        status={<WebhookHealthChip health={props.webhook.health} />}
        crumbs={[{ label: t("webhooks.title"), href: "/admin/webhooks" }, { label: name() }]}
        actions={<WebhookActions webhook={props.webhook} />}
      />
      <div class="grid grid-cols-1 gap-5">
        <HealthNotice health={props.webhook.health} />
        <Card title={t("webhooks.settings")}>
          <dl data-slot="webhook-facts">
            <dt>{t("webhooks.url")}</dt>
            <dd>
              <code>{props.webhook.url}</code>
            </dd>
            <dt>{t("webhooks.events")}</dt>
            <dd class="flex flex-wrap gap-1">
              <For each={props.webhook.events}>{(event) => <Badge>{event}</Badge>}</For>
            </dd>
            <dt>{t("webhooks.columnLast")}</dt>
            <dd>
              <Show when={props.webhook.lastDeliveredAt} fallback={t("webhooks.never")}>
                {(at) => <Moment at={at()} />}
              </Show>
            </dd>
            <dt>{t("webhooks.created")}</dt>
            <dd>
              <Moment at={props.webhook.createdAt} />
            </dd>
          </dl>
        </Card>
        <DeliveryLog page={props.log} view={props.view} canReplay={props.webhook.isEnabled} />
      </div>
    </>
  );
}

import { createSignal, For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { SendIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import type { DeliveryPage, DeliveryState } from "../../schema/webhooks";
import { DeliveryTable } from "./delivery-table";
import type { LogView } from "./queries";

const DeliveryDialog = lazyPart(
  () => import("./delivery-dialog"),
  (part) => part.onClose(),
);

const states = [undefined, "pending", "delivered", "failed"] as const;
const stateText = (state: DeliveryState | undefined) =>
  state ? t(`webhooks.state_${state}`) : t("webhooks.filter_all");

/** What was sent to a webhook; the address holds which of it is shown. */
export function DeliveryLog(props: { page: DeliveryPage | null | undefined; view: LogView; canReplay: boolean }) {
  const [opened, setOpened] = createSignal<string>();
  const link = (state?: DeliveryState, after?: string) => {
    const params = Object.entries({ state, after }).filter((entry): entry is [string, string] => !!entry[1]);
    const query = params.length > 0 ? `?${new URLSearchParams(params)}` : "";
    return `/admin/webhooks/${props.view.webhookId}${query}`;
  };
  const isNarrowed = () => Boolean(props.view.state || props.view.after);
  return (
    <section class="grid gap-3">
      <div class="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 class="m-0 text-lg font-semibold">{t("webhooks.log")}</h2>
          <p class="m-0 text-muted text-sm">{t("webhooks.logText")}</p>
        </div>
        <nav aria-label={t("webhooks.columnState")} class="flex flex-wrap gap-2">
          <For each={states}>
            {(state) => (
              <LinkButton
                size="sm"
                href={link(state)}
                variant={props.view.state === state ? "primary" : "secondary"}
                aria-current={props.view.state === state ? "page" : undefined}
                noScroll
              >
                {stateText(state)}
              </LinkButton>
            )}
          </For>
        </nav>
      </div>
      <Show
        when={props.page?.deliveries.length !== 0}
        fallback={
          <EmptyState
            icon={<SendIcon />}
            title={isNarrowed() ? t("webhooks.logNoneOfState") : t("webhooks.logEmptyTitle")}
          >
            {isNarrowed() ? undefined : t("webhooks.logEmptyText")}
          </EmptyState>
        }
      >
        <DeliveryTable deliveries={props.page?.deliveries} onOpen={setOpened} />
      </Show>
      <div class="flex flex-wrap gap-2">
        <Show when={props.view.after}>
          <LinkButton href={link(props.view.state)}>{t("webhooks.firstPage")}</LinkButton>
        </Show>
        <Show when={props.page?.next}>
          {(next) => <LinkButton href={link(props.view.state, next())}>{t("webhooks.nextPage")}</LinkButton>}
        </Show>
      </div>
      <Show when={opened()}>
        {(deliveryId) => (
          <DeliveryDialog deliveryId={deliveryId()} canReplay={props.canReplay} onClose={() => setOpened(undefined)} />
        )}
      </Show>
    </section>
  );
}

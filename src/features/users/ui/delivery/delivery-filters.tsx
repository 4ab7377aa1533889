import { useSearchParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { localTime } from "~/features/auth/ui/audit/local-time";
import { t } from "~/lib/i18n/t";
import { Field } from "~/ui/field";
import { SearchIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import { settledSearch } from "~/ui/settled-search";
import { deliveryStates, type DeliveryView } from "./delivery-params";

/** Midnight of a day in the reader's own time zone, `later` days on. */
const midnight = (date: string, later = 0) => {
  const [year, month, day] = date.split("-").map(Number);
  return date ? new Date(year!, month! - 1, day! + later).toISOString() : undefined;
};

/** What the list is filtered by, kept in the address so that a filtered list can be shared. */
export function DeliveryFilters(props: { view: DeliveryView; user?: string }) {
  const [, setParams] = useSearchParams();
  const time = localTime();
  const set = (change: Record<string, string | undefined>) => setParams({ ...change, after: undefined });
  const search = settledSearch(
    () => props.view.search,
    (text) => setParams({ q: text || undefined, after: undefined }, { replace: true }),
  );
  const lastDay = () => (props.view.to ? time.dateOf(new Date(Date.parse(props.view.to) - 1)) : "");
  const isFiltered = () => {
    const { search: text, state, userId, from, to } = props.view;
    return Boolean(text ?? state ?? userId ?? from ?? to);
  };
  return (
    <search class="grid gap-3 mb-4">
      <div class="flex flex-wrap gap-3 items-start">
        <Field
          class="grow basis-56"
          label={t("delivery.search")}
          name="q"
          type="search"
          maxlength={300}
          prefix={<SearchIcon size={16} />}
          value={untrack(() => props.view.search ?? "")}
          {...search}
        />
        <Select
          class="grow basis-40"
          label={t("delivery.filter_state")}
          name="state"
          value={props.view.state ?? ""}
          options={[
            { value: "", label: t("delivery.any_state") },
            ...deliveryStates.map((state) => ({ value: state, label: t(`delivery.state_${state}`) })),
          ]}
          onChange={(event) => set({ state: event.currentTarget.value || undefined })}
        />
        <Field
          class="basis-40 grow"
          label={t("delivery.filter_from")}
          name="from"
          type="date"
          value={props.view.from ? time.dateOf(props.view.from) : ""}
          onChange={(event) => set({ from: midnight(event.currentTarget.value) })}
        />
        <Field
          class="basis-40 grow"
          label={t("delivery.filter_to")}
          name="to"
          type="date"
          value={lastDay()}
          onChange={(event) => set({ to: midnight(event.currentTarget.value, 1) })}
        />
      </div>
      <Show when={isFiltered()}>
        <div class="flex flex-wrap gap-2 items-center">
          <Show when={props.user}>
            {(address) => <span class="text-sm text-muted">{t("delivery.filter_user", { address: address() })}</span>}
          </Show>
          <LinkButton href="/admin/delivery" size="sm" variant="ghost">
            {t("delivery.filter_clear")}
          </LinkButton>
        </div>
      </Show>
    </search>
  );
}

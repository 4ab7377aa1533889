import { useNavigate, useSearchParams } from "@solidjs/router";
import { For, Show, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { CloseIcon } from "~/ui/basic-icons";
import { Field } from "~/ui/field";
import { SearchIcon } from "~/ui/icons";
import { Menu, type MenuItem } from "~/ui/menu";
import { Select } from "~/ui/select";
import { settledSearch } from "~/ui/settled-search";
import type { SortOrder, UserSort } from "../../schema/user-filter";
import type { DomainChoice } from "../create-user-dialog";
import {
  conditions,
  inactiveChoices,
  isBin,
  isFiltered,
  type ListAddress,
  listLink,
  orderOf,
  sorts,
} from "./list-address";

/** Search, domain, order and filters, all kept in the address so that what one sees can be shared. */
export function FilterBar(props: { at: ListAddress; domains: readonly DomainChoice[] }) {
  const [, setParams] = useSearchParams();
  const navigate = useNavigate();
  const go = (change: Partial<ListAddress>) => navigate(listLink(props.at, change), { scroll: false });
  const search = settledSearch(
    () => props.at.search,
    (text) => setParams({ q: text || undefined, after: undefined }, { replace: true }),
  );
  const orders = sorts.flatMap((sort) => (["desc", "asc"] as const).map((order) => `${sort}-${order}` as const));
  const items = (): MenuItem[] => [
    { heading: t("people.filterBy") },
    ...conditions.map((condition) => ({
      label: t(`people.is_${condition}`),
      checked: props.at.is.includes(condition),
      onSelect: () => go({ is: without(props.at, condition) ?? [...props.at.is, condition] }),
    })),
    "separator",
    ...inactiveChoices.map((days) => ({
      label: t("people.inactive", { days }),
      checked: props.at.inactiveDays === days,
      onSelect: () => go({ inactiveDays: props.at.inactiveDays === days ? undefined : days }),
    })),
  ];
  return (
    <search class="grid gap-3 mb-4">
      <div class="flex flex-wrap items-end gap-3">
        <Field
          class="grow basis-56"
          label={t("users.searchLabel")}
          hideLabel
          name="q"
          type="search"
          maxlength={100}
          placeholder={t("users.searchLabel")}
          prefix={<SearchIcon size={16} />}
          value={untrack(() => props.at.search ?? "")}
          {...search}
        />
        <Select
          class="basis-44 grow sm:grow-0"
          label={t("users.domainLabel")}
          hideLabel
          name="domain"
          value={props.at.domainId ?? ""}
          options={[
            { value: "", label: t("users.allDomains") },
            ...props.domains.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => go({ domainId: event.currentTarget.value || undefined })}
        />
        <Show when={!isBin(props.at)}>
          <Select
            class="basis-44 grow sm:grow-0"
            label={t("people.sortBy")}
            hideLabel
            name="sort"
            value={`${props.at.sort}-${orderOf(props.at)}`}
            options={orders.map((value) => ({ value, label: t(`people.sort_${value}`) }))}
            onChange={(event) => {
              const [sort, order] = event.currentTarget.value.split("-") as [UserSort, SortOrder];
              go({ sort, order });
            }}
          />
        </Show>
        <Menu
          placement="bottom-end"
          items={items()}
          trigger={(trigger) => <Button {...trigger}>{t("people.filter")}</Button>}
        />
      </div>
      <Show when={props.at.is.length > 0 || props.at.inactiveDays}>
        <ul class="flex flex-wrap gap-2 m-0 p-0 list-none" aria-label={t("people.filtersOn")}>
          <For each={props.at.is}>
            {(condition) => (
              <Chip
                name={t(`people.is_${condition}`)}
                onRemove={() => go({ is: without(props.at, condition) ?? [] })}
              />
            )}
          </For>
          <Show when={props.at.inactiveDays}>
            {(days) => (
              <Chip name={t("people.inactive", { days: days() })} onRemove={() => go({ inactiveDays: undefined })} />
            )}
          </Show>
          <Show when={isFiltered(props.at)}>
            <li>
              <Button
                variant="ghost"
                size="sm"
                onClick={() => go({ is: [], inactiveDays: undefined, domainId: undefined, search: undefined })}
              >
                {t("people.clearFilters")}
              </Button>
            </li>
          </Show>
        </ul>
      </Show>
    </search>
  );
}

/** The conditions without one of them; undefined when it was not among them. */
const without = ({ is }: ListAddress, condition: ListAddress["is"][number]) =>
  is.includes(condition) ? is.filter((one) => one !== condition) : undefined;

const Chip = (props: { name: string; onRemove: () => void }) => (
  <li>
    <Button
      size="sm"
      icon={<CloseIcon size={14} />}
      aria-label={t("people.removeFilter", { name: props.name })}
      onClick={() => props.onRemove()}
    >
      {props.name}
    </Button>
  </li>
);

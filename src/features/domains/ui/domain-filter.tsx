import { useNavigate } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";
import { settledSearch } from "~/ui/settled-search";
import type { DomainPage, DomainState } from "../schema";
import type { DomainFilter as Filter } from "./queries";

const addressOf = (filter: Filter): string => {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/admin/domains${given.length > 0 ? `?${new URLSearchParams(given)}` : ""}`;
};

/** How many domains are in which state, and the choice of what is listed; it stands in the address. */
export function DomainFilter(props: { filter: Filter; counts: DomainPage["counts"] }) {
  const navigate = useNavigate();
  const go = (filter: Filter) => navigate(addressOf(filter), { replace: true });
  const counted = () => Object.entries(props.counts) as [DomainState, number][];
  const total = () => counted().reduce((sum, [, count]) => sum + count, 0);
  return (
    <form class="grid gap-3 mb-4 sm:grid-cols-[1fr_16rem]" onSubmit={(event) => event.preventDefault()}>
      <Field
        label={t("domains.listSearch")}
        name="search"
        type="search"
        autocomplete="off"
        value={props.filter.search ?? ""}
        {...settledSearch(
          () => props.filter.search,
          (search) => go({ state: props.filter.state, search }),
        )}
      />
      <Select
        label={t("domains.listFilter")}
        name="state"
        value={props.filter.state ?? ""}
        options={[
          { value: "", label: t("domains.listAll", { count: total() }) },
          ...counted().map(([state, count]) => ({
            value: state,
            label: t("domains.listOf", { state: t(`domains.state_${state}`), count }),
          })),
        ]}
        onChange={(event) =>
          go({
            search: props.filter.search,
            state: (event.currentTarget.value || undefined) as DomainState | undefined,
          })
        }
      />
    </form>
  );
}

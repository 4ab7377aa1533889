import { useSearchParams } from "@solidjs/router";
import { untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Field } from "~/ui/field";
import { SearchIcon } from "~/ui/icons";
import { Select } from "~/ui/select";
import { settledSearch } from "~/ui/settled-search";
import type { DomainChoice } from "./create-user-dialog";

/** Search and domain, kept in the address so that a filtered list can be shared. */
export function UserFilter(props: { domains: readonly DomainChoice[]; search?: string; domainId?: string }) {
  const [, setParams] = useSearchParams();
  const search = settledSearch(
    () => props.search,
    (text) => setParams({ q: text || undefined, after: undefined }, { replace: true }),
  );
  return (
    <search class="flex flex-wrap gap-3 mb-4">
      <Field
        class="grow basis-56"
        label={t("users.searchLabel")}
        hideLabel
        name="q"
        type="search"
        maxlength={100}
        placeholder={t("users.searchLabel")}
        prefix={<SearchIcon size={16} />}
        value={untrack(() => props.search ?? "")}
        {...search}
      />
      <Select
        class="basis-48"
        label={t("users.domainLabel")}
        hideLabel
        name="domain"
        value={props.domainId ?? ""}
        options={[
          { value: "", label: t("users.allDomains") },
          ...props.domains.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => setParams({ domain: event.currentTarget.value || undefined, after: undefined })}
      />
    </search>
  );
}

import { useSearchParams } from "@solidjs/router";
import { onCleanup } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Field } from "~/ui/field";
import { SearchIcon } from "~/ui/icons";
import { Select } from "~/ui/select";
import type { DomainChoice } from "./create-user-dialog";

/** The pause in typing after which the list follows; milliseconds. */
const settleMs = 200;

/** Search and domain, kept in the address so that a filtered list can be shared. */
export function UserFilter(props: { domains: readonly DomainChoice[]; search?: string; domainId?: string }) {
  const [, setParams] = useSearchParams();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const search = (text: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => setParams({ q: text.trim() || undefined, after: undefined }, { replace: true }), settleMs);
  };
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
        value={props.search ?? ""}
        onInput={(event) => search(event.currentTarget.value)}
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

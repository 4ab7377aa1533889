import { useSearchParams } from "@solidjs/router";
import { For, Show, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Field } from "~/ui/field";
import { CloseIcon } from "~/ui/basic-icons";
import { SearchIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import { settledSearch } from "~/ui/settled-search";
import { isFiltered } from "./audit-view";
import type { LocalTime } from "./local-time";
import type { AuditView } from "./queries";
import { actionText, areas, areaText } from "./words";

/** Midnight of a day in the reader's own time zone, `later` days on. */
const midnight = (date: string, later = 0) => {
  const [year, month, day] = date.split("-").map(Number);
  return date ? new Date(year!, month! - 1, day! + later).toISOString() : undefined;
};

/** What the log is filtered by, kept in the address so that a filtered log can be shared. `nameOf` knows what people call an actor or subject. */
export function AuditFilters(props: { view: AuditView; time: LocalTime; nameOf: (reference: string) => string }) {
  const [, setParams] = useSearchParams();
  const set = (change: Record<string, string | undefined>) => setParams({ ...change, after: undefined });
  const search = settledSearch(
    () => props.view.text,
    (text) => setParams({ q: text || undefined, after: undefined }, { replace: true }),
  );
  const area = () => props.view.action?.split(".")[0] ?? "";
  const choices = () => [...new Set([...areas, ...(area() ? [area()] : [])])];
  const chips = () => {
    const { actor, subject, action } = props.view;
    return [
      ...(actor ? [{ param: "actor", label: t("audit.onlyActor", { name: props.nameOf(actor) }) }] : []),
      ...(subject ? [{ param: "subject", label: t("audit.onlySubject", { name: props.nameOf(subject) }) }] : []),
      ...(action?.includes(".")
        ? [{ param: "action", label: t("audit.onlyAction", { name: actionText(action) }) }]
        : []),
    ];
  };
  const lastDay = () => props.view.to && props.time.dateOf(new Date(Date.parse(props.view.to) - 1));
  return (
    <search class="grid gap-3 mb-4" aria-label={t("audit.filterLabel")}>
      <div class="flex flex-wrap gap-3 items-start">
        <Field
          class="grow basis-56"
          label={t("audit.textLabel")}
          name="q"
          type="search"
          maxlength={100}
          prefix={<SearchIcon size={16} />}
          value={untrack(() => props.view.text ?? "")}
          {...search}
        />
        <Select
          class="grow basis-44"
          label={t("audit.areaLabel")}
          name="action"
          value={area()}
          options={[
            { value: "", label: t("audit.allAreas") },
            ...choices().map((name) => ({ value: name, label: areaText(name) })),
          ]}
          onChange={(event) => set({ action: event.currentTarget.value || undefined })}
        />
        <Field
          class="basis-36 grow"
          label={t("audit.fromLabel")}
          name="from"
          type="date"
          value={props.view.from ? props.time.dateOf(props.view.from) : ""}
          onChange={(event) => set({ from: midnight(event.currentTarget.value) })}
        />
        <Field
          class="basis-36 grow"
          label={t("audit.toLabel")}
          name="to"
          type="date"
          value={lastDay() ?? ""}
          onChange={(event) => set({ to: midnight(event.currentTarget.value, 1) })}
        />
      </div>
      <Show when={isFiltered(props.view)}>
        <div class="flex flex-wrap gap-2 items-center">
          <For each={chips()}>
            {(chip) => (
              <button
                type="button"
                data-slot="audit-chip"
                aria-label={t("audit.removeFilter", { name: chip.label })}
                onClick={() => set({ [chip.param]: undefined })}
              >
                <bdi>{chip.label}</bdi>
                <CloseIcon size={14} />
              </button>
            )}
          </For>
          <LinkButton href="/admin/audit" size="sm" variant="ghost">
            {t("audit.clearFilter")}
          </LinkButton>
        </div>
      </Show>
    </search>
  );
}

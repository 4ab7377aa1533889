import { useLocation } from "@solidjs/router";
import { For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { type FilterName, filterNames, type ListView, readView, viewSuffix, writeView } from "./list-view";

/** The address of the same page with its list shown otherwise. */
export function useViewLink(): (change: ListView) => string {
  const location = useLocation();
  return (change) => location.pathname + viewSuffix(writeView({ ...readView(location.search), ...change }));
}

/** What the list is narrowed to. Links, so that they work before anything else does and can be kept. */
export function ListFilters(props: { listed: string }) {
  const linkTo = useViewLink();
  const isShown = (filter: FilterName | undefined) => {
    const { filter: shown, label } = readView(props.listed);
    return shown === filter && (filter !== undefined || label === undefined);
  };
  return (
    <div data-slot="list-filters" role="group" aria-label={t("threads.filters")}>
      <For each={[undefined, ...filterNames] satisfies (FilterName | undefined)[]}>
        {(filter) => (
          <a
            href={linkTo({ filter, ...(filter ? {} : { label: undefined }) })}
            aria-current={isShown(filter) ? "true" : undefined}
            noScroll
          >
            {t(`threads.filter_${filter ?? "all"}`)}
          </a>
        )}
      </For>
    </div>
  );
}

import { useNavigate } from "@solidjs/router";
import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { CloseIcon } from "~/ui/basic-icons";
import { Button } from "~/ui/button";
import { chipsOf, chipText, everywhere, inFolder, saysWhere, withoutPart } from "./search-scope";
import { searchFor, searchOrigin, searchPath } from "./search-text";

/** How much was found, where it was looked for, and what narrows the search down, each to be taken away. */
export function SearchHead(props: { query: string; total: number | undefined }) {
  const navigate = useNavigate();
  const change = (query: string) => {
    const input = document.querySelector<HTMLInputElement>("[data-slot=search-box] input");
    if (input) input.value = query;
    searchFor(query);
    navigate(searchPath(query), { scroll: false });
    input?.focus();
  };
  return (
    <div data-slot="search-head">
      <p>
        <Show when={props.total !== undefined}>
          <b>{t("finding.found", { count: props.total ?? 0 })}</b>{" "}
        </Show>
        <Show when={!saysWhere(props.query)}>
          {t("finding.scopeAll")}{" "}
          <Button variant="ghost" size="sm" onClick={() => change(everywhere(props.query))}>
            {t("finding.searchEverywhere")}
          </Button>
          <Show when={searchOrigin()}>
            {(origin) => (
              <Button variant="ghost" size="sm" onClick={() => change(inFolder(props.query, origin().value))}>
                {t("finding.searchFolder", { name: origin().name })}
              </Button>
            )}
          </Show>
        </Show>
      </p>
      <Show when={chipsOf(props.query).length > 0}>
        <ul data-slot="search-chips" aria-label={t("finding.chips")}>
          <For each={chipsOf(props.query)}>
            {(part) => (
              <li>
                <span dir="auto">{chipText(part)}</span>
                <button
                  type="button"
                  aria-label={t("finding.removePart", { part: chipText(part) })}
                  onClick={() => change(withoutPart(props.query, part))}
                >
                  <CloseIcon size={12} />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}

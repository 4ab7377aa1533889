import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { ChevronRightIcon } from "./icons";

export type Crumb = { label: string; href?: string };

/** `<Breadcrumb crumbs={[{ label: "Domains", href: "/admin/domains" }, { label: "example.com" }]} />`: the last is where one is. */
export const Breadcrumb = (props: { crumbs: readonly Crumb[] }) => (
  <nav data-slot="breadcrumb" aria-label={t("common.breadcrumb")}>
    <ol>
      <For each={props.crumbs}>
        {(crumb, at) => (
          <li>
            <Show when={at() > 0}>
              <ChevronRightIcon size={14} />
            </Show>
            <Show when={crumb.href} fallback={<span aria-current="page">{crumb.label}</span>}>
              <a href={crumb.href}>{crumb.label}</a>
            </Show>
          </li>
        )}
      </For>
    </ol>
  </nav>
);

import { useLocation } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";

export type TabLink = { href: string; label: string; icon?: JSX.Element; count?: number };

/** `<TabLinks label="Settings" links={[{ href: "/admin/settings", label: "Tenant" }]} />`: tabs that are pages, marked with `aria-current`. */
export function TabLinks(props: { label: string; links: readonly TabLink[] }) {
  const location = useLocation();
  return (
    <nav data-slot="tab-list" aria-label={props.label}>
      <For each={props.links}>
        {(link) => (
          <a data-slot="tab" href={link.href} aria-current={location.pathname === link.href ? "page" : undefined}>
            {link.icon}
            {link.label}
            <Show when={link.count !== undefined}>
              <span data-slot="tab-count">{link.count}</span>
            </Show>
          </a>
        )}
      </For>
    </nav>
  );
}

import { useLocation } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { Badge } from "./badge";

export type NavItem = {
  href: string;
  label: string;
  icon?: JSX.Element;
  count?: number;
  /** Only this exact address counts as here; otherwise pages below it do too. */
  exact?: boolean;
};
export type NavSection = { title?: string; items: readonly NavItem[] };

/** `<ShellNav label="Main" sections={[{ items: [{ href: "/admin", label: "Overview", icon: <HomeIcon /> }] }]} />`: marks where one is. */
export function ShellNav(props: { label: string; sections: readonly NavSection[] }) {
  const location = useLocation();
  const isHere = (item: NavItem) =>
    location.pathname === item.href || (!item.exact && location.pathname.startsWith(`${item.href}/`));
  return (
    <nav data-slot="shell-nav" aria-label={props.label}>
      <For each={props.sections}>
        {(section) => (
          <>
            <Show when={section.title}>
              <h2>{section.title}</h2>
            </Show>
            <ul>
              <For each={section.items}>
                {(item) => (
                  <li>
                    <a data-slot="nav-item" href={item.href} aria-current={isHere(item) ? "page" : undefined}>
                      {item.icon}
                      <span>{item.label}</span>
                      <Show when={item.count}>{(count) => <Badge>{count()}</Badge>}</Show>
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </For>
    </nav>
  );
}

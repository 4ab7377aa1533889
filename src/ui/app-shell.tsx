import { children, createUniqueId, type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { closeOnNavigation } from "./close-on-navigation";
import { IconButton } from "./icon-button";
import { CloseIcon } from "./basic-icons";
import { MenuIcon } from "./icons";
import { ShellNav, type NavSection } from "./shell-nav";
import { SkipLink } from "./skip-link";

export type AppShellProps = {
  brand: JSX.Element;
  nav: readonly NavSection[];
  /** Below the navigation: a plan, a link to the other half of the product. */
  navFooter?: JSX.Element;
  /** In the bar on a phone and at the foot of the sidebar otherwise. */
  userMenu: JSX.Element;
  /** Above the page, full width: a notice for all pages. */
  banner?: JSX.Element;
  children: JSX.Element;
};

/**
 * `<AppShell brand={<Logo />} nav={[{ items: [{ href, label, icon }] }]} userMenu={<UserMenu />}>{props.children}</AppShell>`.
 * The sidebar becomes a drawer on phones; the drawer is a popover, so it opens before any script has loaded.
 */
export function AppShell(props: AppShellProps) {
  const drawerId = createUniqueId();
  let drawer!: HTMLElement;
  closeOnNavigation(() => drawer);
  // Slots that may be empty are made once, and then asked for twice.
  const navFooter = children(() => props.navFooter);
  const banner = children(() => props.banner);
  return (
    <div data-slot="app-shell">
      <SkipLink />
      <header data-slot="app-bar">
        <IconButton label={t("common.openMenu")} popovertarget={drawerId}>
          <MenuIcon />
        </IconButton>
        {props.brand}
      </header>
      <aside ref={drawer} id={drawerId} popover="auto" data-slot="app-sidebar">
        <div data-slot="app-brand">
          {props.brand}
          <IconButton label={t("common.close")} popovertarget={drawerId}>
            <CloseIcon />
          </IconButton>
        </div>
        <ShellNav label={t("common.mainNavigation")} sections={props.nav} />
        <Show when={navFooter()}>
          <div data-slot="app-nav-footer">{navFooter()}</div>
        </Show>
        <div data-slot="app-user">{props.userMenu}</div>
      </aside>
      <main id="content" tabindex="-1" data-slot="app-content">
        <Show when={banner()}>
          <div data-slot="app-banner">{banner()}</div>
        </Show>
        {props.children}
      </main>
    </div>
  );
}

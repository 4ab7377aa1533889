import { children, createUniqueId, type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { closeOnNavigation } from "./close-on-navigation";
import { IconButton } from "./icon-button";
import { CloseIcon } from "./basic-icons";
import { ArrowLeftIcon, MenuIcon } from "./icons";
import { SkipLink } from "./skip-link";

export type MailShellProps = {
  /** The page's h1, read out and not shown: what the list holds. Headings inside the panes start at h2. */
  title: string;
  brand: JSX.Element;
  /** The main act, a button: above the first pane, and floating over the list where that is a drawer. */
  primaryAction: JSX.Element;
  /** First pane: navigation. A drawer below 1,024 px. */
  sidebar: JSX.Element;
  sidebarFooter?: JSX.Element;
  search?: JSX.Element;
  userMenu: JSX.Element;
  /** Second pane; what is inside scrolls by itself. */
  list: JSX.Element;
  /** Fixed rows of buttons above the list and the reader. */
  listBar?: JSX.Element;
  /** Between the bar and the list. */
  listFilter?: JSX.Element;
  readerBar?: JSX.Element;
  /** Third pane. On phones, and with `pane="single"`, it takes the place of the list when `isReading`. */
  reader: JSX.Element;
  pane?: "split" | "single";
  isReading: boolean;
  /** Leaves the reader on a phone. */
  onBack: () => void;
  /** Names of the second and third pane for screen readers. */
  listLabel: string;
  readerLabel: string;
};

/** `<MailShell sidebar={<Folders />} list={<List />} reader={<Reader />} isReading={id() !== undefined} onBack={…} … />`: three panes, one at a time on a phone. */
export function MailShell(props: MailShellProps) {
  const drawerId = createUniqueId();
  let drawer!: HTMLElement;
  closeOnNavigation(() => drawer);
  // Slots that may be empty are made once, and then asked for twice.
  const sidebarFooter = children(() => props.sidebarFooter);
  const listBar = children(() => props.listBar);
  const readerBar = children(() => props.readerBar);
  return (
    <div data-slot="mail-shell" data-reading={props.isReading ? "" : undefined} data-pane={props.pane ?? "split"}>
      <SkipLink />
      <header data-slot="mail-bar">
        <IconButton label={t("common.openMenu")} popovertarget={drawerId} data-slot-part="drawer">
          <MenuIcon />
        </IconButton>
        <div data-slot="mail-brand">{props.brand}</div>
        <div data-slot="mail-search">{props.search}</div>
        {props.userMenu}
      </header>
      <aside ref={drawer} id={drawerId} popover="auto" data-slot="mail-sidebar">
        <div data-slot="mail-drawer-head">
          {props.brand}
          <IconButton label={t("common.close")} popovertarget={drawerId}>
            <CloseIcon />
          </IconButton>
        </div>
        <div data-slot="mail-primary">{props.primaryAction}</div>
        <div data-slot="mail-folders">{props.sidebar}</div>
        <Show when={sidebarFooter()}>
          <div data-slot="mail-sidebar-footer">{sidebarFooter()}</div>
        </Show>
      </aside>
      <main id="content" tabindex="-1" data-slot="mail-panes">
        <h1 class="sr-only">{props.title}</h1>
        <section data-slot="mail-list" aria-label={props.listLabel}>
          <Show when={listBar()}>
            <div data-slot="mail-pane-bar">{listBar()}</div>
          </Show>
          {props.listFilter}
          {props.list}
          <div data-slot="mail-float">{props.primaryAction}</div>
        </section>
        <section data-slot="mail-reader" aria-label={props.readerLabel}>
          <div data-slot="mail-pane-bar" data-empty={readerBar() ? undefined : ""}>
            <IconButton label={t("common.back")} onClick={() => props.onBack()}>
              <ArrowLeftIcon />
            </IconButton>
            {readerBar()}
          </div>
          {props.reader}
        </section>
      </main>
    </div>
  );
}

import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { lazyPart } from "../lazy-part";
import type { NavSection } from "../shell-nav";
import type { PagesListProps } from "./pages-list";

const PagesList = lazyPart<PagesListProps>(
  () => import("./pages-list"),
  ({ onClose }) => onClose(),
);

/** `<PagesPalette nav={sections} />`: Ctrl or Cmd + K goes to any page of a shell by its name. What opens is fetched at the first press. */
export function PagesPalette(props: { nav: readonly NavSection[] }) {
  const [isOpen, setOpen] = createSignal(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    if (event.key.toLowerCase() !== "k" || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    setOpen(true);
  };
  onMount(() => {
    document.addEventListener("keydown", onKeyDown);
    onCleanup(() => document.removeEventListener("keydown", onKeyDown));
  });
  return (
    <Show when={isOpen()}>
      <PagesList nav={props.nav} onClose={() => setOpen(false)} />
    </Show>
  );
}

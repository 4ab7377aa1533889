import { createEffect, createMemo, on, onCleanup, onMount, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { lazyPart } from "~/ui/lazy-part";
import type { Overview } from "../../schema";
import type { Handling } from "./handling";
import { selection } from "./selection";
import "./handling.css";

const SelectionActs = lazyPart(
  () => import("./selection-acts"),
  () => selection.clear(),
);
export type SelectionBarProps = {
  view: Overview;
  /** How the list is narrowed and sorted. */
  listed: string;
  handling: Handling;
  isSearch: boolean;
};

/** The box that chooses every conversation that is loaded, and what can be done with those that are chosen. */
export function SelectionBar(props: SelectionBarProps) {
  // The same list read anew keeps what was chosen in it.
  const list = createMemo(() => `${props.isSearch}${props.view.page.mailboxId}?${props.listed}`);
  createEffect(on(list, selection.clear, { defer: true }));
  onCleanup(selection.clear);
  onMount(() => {
    const { handling } = props;
    let stop = () => {};
    let isOver = false;
    // Once the page has nothing else to do; without the server the boxes and the keys are there all the same.
    const arm = async () => {
      const { rowGestures } = await import("./row-gestures");
      if (!isOver) stop = rowGestures(handling);
    };
    const later = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 300));
    later(() => void arm().catch(() => {}));
    onCleanup(() => {
      isOver = true;
      stop();
    });
  });
  /** What the page has: the beginning of the list, and whatever stands further below just now. */
  const loaded = () => {
    const first = props.isSearch ? [] : props.view.page.threads;
    const known = new Set(first.map(({ threadId }) => threadId));
    return [...first, ...[...selection.listed.values()].filter(({ threadId }) => !known.has(threadId))];
  };
  createEffect(() => selection.setLoaded(loaded));
  return (
    <>
      <input
        type="checkbox"
        data-slot="select-all"
        aria-label={t("handling.selectAll")}
        disabled={!props.isSearch && props.view.page.threads.length === 0}
        checked={selection.count() > 0}
        ref={(box) => createEffect(() => (box.indeterminate = selection.count() > 0 && !selection.isAll()))}
        onPointerEnter={SelectionActs.preload}
        onClick={() => (selection.count() > 0 ? selection.clear() : selection.selectLoaded())}
      />
      <Show when={selection.count() > 0}>
        <SelectionActs {...props} />
      </Show>
    </>
  );
}

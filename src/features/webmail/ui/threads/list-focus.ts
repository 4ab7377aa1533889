import { createEffect, createMemo, createSignal, on } from "solid-js";
import type { ListModel } from "./list-model";
import type { ListWindow } from "./list-window";

export type ListFocusOptions = {
  model: ListModel;
  window: ListWindow;
  /** The thread whose row has the focus. */
  held: () => string | undefined;
  onHold: (threadId: string | undefined) => void;
  openId: () => string | undefined;
};

const threadOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-thread]")?.dataset["thread"] : undefined;

const keys = ["PageDown", "PageUp", "Home", "End"] as const;

/** The focus in a list of which only a part is on the page: it neither gets lost nor walks through rows without end. */
export function createListFocus({ model, window, held, onHold, openId }: ListFocusOptions) {
  const [wanted, setWanted] = createSignal<number>();
  /** An empty folder has none. */
  let list: HTMLElement | undefined;
  const linkAt = (row: number) =>
    list?.querySelector<HTMLElement>(`[aria-posinset="${row + 1}"] [data-slot=thread-row]`);
  const rowOf = (threadId: string | undefined) => (threadId === undefined ? undefined : model.rowOf(threadId));

  const settle = () => {
    const { activeElement, body } = document;
    // Whoever went on to write or to search meanwhile is not called back.
    if (activeElement !== body && !list?.contains(activeElement)) return void setWanted(undefined);
    const row = wanted() ?? (activeElement === body ? rowOf(held()) : undefined);
    const link = row === undefined ? null : linkAt(row);
    if (!link) return;
    setWanted(undefined);
    link.focus({ preventScroll: true });
  };
  // Rows that arrive take the place of others, or are the ones that were gone to.
  createEffect(on(model.known.version, settle, { defer: true }));

  const goTo = (row: number) => {
    const at = Math.max(0, Math.min(model.count() - 1, row));
    window.show(at);
    setWanted(at);
    settle();
  };
  createEffect(
    on(openId, (id, before) => {
      const row = rowOf(id ?? before);
      if (row === undefined) return;
      window.show(row);
      // A list that was hidden behind the thread is there again after the next frame.
      if (id === undefined)
        requestAnimationFrame(() =>
          requestAnimationFrame(() => document.activeElement === document.body && goTo(rowOf(before) ?? row)),
        );
    }),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = keys.find((known) => known === event.key);
    const at = rowOf(held());
    if (!key || at === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const page = window.visible();
    goTo({ PageDown: at + page, PageUp: at - page, Home: 0, End: model.count() - 1 }[key]);
  };
  const onFocusOut = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget) return onHold(threadOf(relatedTarget));
    // A row that is only replaced by what was read anew keeps the focus.
    queueMicrotask(() => target instanceof Element && target.isConnected && document.hasFocus() && onHold(undefined));
  };
  /** The one row that the tab key leads to: that with the focus, else the open one, else the first that one sees. */
  const stop = createMemo(() => {
    model.known.version();
    const { from, to } = window.range();
    const [own, open] = [rowOf(held()), rowOf(openId())];
    const isNear = open !== undefined && open >= from && open < to;
    return own ?? (isNear ? open : Math.min(window.seen(), Math.max(0, model.count() - 1)));
  });
  return {
    list(element: HTMLElement): void {
      list = element;
      element.addEventListener("focusin", (event) => onHold(threadOf(event.target)));
      element.addEventListener("focusout", onFocusOut);
      element.addEventListener("keydown", onKeyDown);
    },
    stop,
  };
}

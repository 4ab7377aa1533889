import { createSignal } from "solid-js";

/**
 * Which rows of a page are chosen; `everything` stands for all that match the filter, those on other pages too. Rows that leave the page are
 * not chosen any more: nobody acts on what they do not see.
 */
export function createSelection(ids: () => readonly string[]) {
  const [picked, setPicked] = createSignal<ReadonlySet<string>>(new Set());
  const [isEverything, setEverything] = createSignal(false);
  const chosen = () => ids().filter((id) => picked().has(id));
  let anchor: string | undefined;
  const set = (wanted: readonly string[], isOn: boolean) => {
    setEverything(false);
    const next = new Set(chosen());
    for (const id of wanted) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    setPicked(next);
  };
  return {
    chosen,
    isEverything,
    has: (id: string) => isEverything() || picked().has(id),
    isAll: () => isEverything() || (ids().length > 0 && chosen().length === ids().length),
    isSome: () => !isEverything() && chosen().length > 0 && chosen().length < ids().length,
    /** With `isRange` all between the row that was chosen last and this one, as lists everywhere do. */
    toggle(id: string, isOn: boolean, isRange: boolean) {
      const [from, to] = [anchor === undefined ? -1 : ids().indexOf(anchor), ids().indexOf(id)];
      const isSpan = isRange && from >= 0;
      set(isSpan ? ids().slice(Math.min(from, to), Math.max(from, to) + 1) : [id], isOn);
      anchor = id;
    },
    toggleAll: (isOn: boolean) => set(ids(), isOn),
    chooseEverything: () => void setEverything(true),
    clear() {
      setEverything(false);
      setPicked(new Set<string>());
      anchor = undefined;
    },
  };
}
export type Selection = ReturnType<typeof createSelection>;

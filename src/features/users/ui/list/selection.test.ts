import { expect, test } from "bun:test";
import { createRoot, createSignal } from "solid-js";
import { createSelection, type Selection } from "./selection";

const on = (ids: string[], work: (selection: Selection, setIds: (ids: string[]) => void) => void) =>
  createRoot((dispose) => {
    const [rows, setRows] = createSignal(ids);
    work(createSelection(rows), (next) => void setRows(next));
    dispose();
  });

test("with shift everything between two rows is chosen, or let go", () =>
  on(["a", "b", "c", "d"], (selection) => {
    selection.toggle("b", true, false);
    selection.toggle("d", true, true);
    expect(selection.chosen()).toEqual(["b", "c", "d"]);
    selection.toggle("c", false, true);
    expect(selection.chosen()).toEqual(["b"]);
  }));

test("the head of the column chooses the page, and one row less is only some", () =>
  on(["a", "b"], (selection) => {
    selection.toggleAll(true);
    expect([selection.isAll(), selection.isSome()]).toEqual([true, false]);
    selection.toggle("a", false, false);
    expect([selection.isAll(), selection.isSome(), selection.chosen()]).toEqual([false, true, ["b"]]);
  }));

test("all that match is a choice of its own, and any single choice ends it", () =>
  on(["a", "b"], (selection) => {
    selection.chooseEverything();
    expect([selection.isEverything(), selection.has("z"), selection.isAll()]).toEqual([true, true, true]);
    selection.toggleAll(true);
    selection.toggle("a", false, false);
    expect([selection.isEverything(), selection.chosen()]).toEqual([false, ["b"]]);
  }));

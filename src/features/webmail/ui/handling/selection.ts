import { createSignal } from "solid-js";
import type { ThreadSummary } from "../../schema";

type Rows = ReadonlyMap<string, ThreadSummary>;

const [rows, setRows] = createSignal<Rows>(new Map());
/** Every thread that matches, also those that this page never saw. */
const [isAll, setAll] = createSignal(false);
/** Threads on the screen or near it, by id. */
const listed = new Map<string, ThreadSummary>();
let anchor: string | undefined;
let loaded = (): readonly ThreadSummary[] => [...listed.values()];

const change = (work: (rows: Map<string, ThreadSummary>) => void) => {
  const next = new Map(rows());
  work(next);
  setAll(false);
  setRows(next);
};

/** Threads that were chosen for the next act, by id. A row puts itself into `listed` while it is shown. */
export const selection = {
  listed,
  isAll,
  selectAllMatching: () => void setAll(true),
  /** As they are now, as far as they are on the page. */
  rows: (): ThreadSummary[] => [...rows().values()].map((row) => listed.get(row.threadId) ?? row),
  count: () => rows().size,
  has: (threadId: string) => rows().has(threadId),
  toggle(row: ThreadSummary): void {
    anchor = row.threadId;
    change((chosen) => void (chosen.delete(row.threadId) || chosen.set(row.threadId, row)));
  },
  /** Says which rows of the list the page has, on the screen or not. */
  setLoaded: (rowsOfPage: () => readonly ThreadSummary[]): void => void (loaded = rowsOfPage),
  selectLoaded: (): void => selection.set(loaded()),
  set: (wanted: readonly ThreadSummary[]): void =>
    change((chosen) => {
      chosen.clear();
      for (const row of wanted) chosen.set(row.threadId, row);
    }),
  /** Adds these, which lie between the thread that was chosen last and another one. */
  extend: (between: readonly ThreadSummary[]): void =>
    change((chosen) => between.forEach((row) => chosen.set(row.threadId, row))),
  anchor: () => anchor,
  clear(): void {
    anchor = undefined;
    if (rows().size > 0) change((chosen) => chosen.clear());
  },
};

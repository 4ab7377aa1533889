import { createMemo } from "solid-js";
import type { Overview, ThreadSummary } from "../../schema";
import { leavingThreads, type Pending, pendingRows } from "../apply-pending";
import { createKnownRows, pageSize } from "./known-rows";
import type { ListWindow } from "./list-window";
import { positionOf, rowOf } from "./row-places";

export type ListModelOptions = {
  page: () => Overview["page"];
  pending: () => Pending;
  window: ListWindow;
  /** The row that has the focus, and stays on the page wherever one scrolls. */
  held: () => string | undefined;
  /** The open thread, whose neighbours are known wherever one scrolls. */
  openId: () => string | undefined;
};

export type ListModel = ReturnType<typeof createListModel>;

/** A row on its way onto the page; without a thread while that is not known yet. */
export type PlacedRow = { key: string; at: number; thread: ThreadSummary | undefined };

/** A list of which only what one sees is on the page: which rows these are, and where each stands while others leave. */
export function createListModel({ page, pending, window, held, openId }: ListModelOptions) {
  const known = createKnownRows();
  const leaving = createMemo(() => leavingThreads(pending(), page().mailboxId));
  const gone = createMemo(() => {
    if (leaving().size === 0) return [];
    known.version();
    const positions = [...leaving()].flatMap((threadId) => known.positionOf(threadId) ?? []);
    return positions.sort((a, b) => a - b);
  });
  const count = () => Math.max(0, page().total - gone().length);
  const placeOf = (threadId: () => string | undefined) =>
    createMemo(() => {
      known.version();
      const id = threadId();
      return id === undefined ? undefined : known.positionOf(id);
    });
  const [heldPosition, openPosition] = [placeOf(held), placeOf(openId)];
  /** Pages that hold what has to be there now. */
  const pages = createMemo<number[]>((before) => {
    const { from, to } = window.range();
    const last = Math.min(to, count()) - 1;
    const open = openPosition() ?? 0;
    const near = [heldPosition() ?? 0, Math.max(0, open - 1), Math.min(open + 1, Math.max(0, page().total - 1))];
    const wanted = new Set(near.map((position) => Math.floor(position / pageSize)));
    for (let row = from; row <= last; row += pageSize) wanted.add(Math.floor(positionOf(row, gone()) / pageSize));
    if (last >= from) wanted.add(Math.floor(positionOf(last, gone()) / pageSize));
    const numbers = [...wanted].sort((a, b) => a - b);
    return String(numbers) === String(before) ? before : numbers;
  }, []);
  /** What of a page has to be there, `threads` being its rows as far as they are known. */
  const placed = (number: number, threads: readonly ThreadSummary[] | undefined): PlacedRow[] => {
    const { from, to } = window.range();
    const shown = new Map(pendingRows(threads ?? [], page().mailboxId, pending()).map((row) => [row.threadId, row]));
    const rows: PlacedRow[] = [];
    const start = number * pageSize;
    const end = Math.min(start + (threads?.length ?? pageSize), page().total);
    for (let position = start; position < end; position++) {
      const at = rowOf(position, gone());
      if ((at < from || at >= to) && position !== heldPosition()) continue;
      const threadId = threads?.[position - start]?.threadId;
      if (threadId === undefined) rows.push({ key: `#${position}`, at, thread: undefined });
      else if (shown.has(threadId)) rows.push({ key: threadId, at, thread: shown.get(threadId) });
    }
    return rows;
  };
  return {
    ...{ known, count, pages, placed },
    /** The row of a thread, where it is known. */
    rowOf(threadId: string): number | undefined {
      const position = known.positionOf(threadId);
      return position === undefined || leaving().has(threadId) ? undefined : rowOf(position, gone());
    },
    /** The thread of a row, where it is known. */
    at: (row: number): ThreadSummary | undefined => known.at(positionOf(row, gone())),
  };
}

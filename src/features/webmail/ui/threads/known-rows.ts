import { createSignal } from "solid-js";
import type { ThreadSummary } from "../../schema";

/** Rows are read from the server in pages of so many, by position. */
export const pageSize = 50;

/** So many pages are remembered for when somebody scrolls back. */
const mostPages = 60;

/** The rows of a list that were read last, by page: shown until newer ones are there. */
export function createKnownRows() {
  const pages = new Map<number, readonly ThreadSummary[]>();
  const [version, setVersion] = createSignal(0);
  const at = (position: number) => pages.get(Math.floor(position / pageSize))?.[position % pageSize];
  return {
    /** Changes whenever something else is known. */
    version,
    at,
    page: (number: number) => pages.get(number),
    put(number: number, rows: readonly ThreadSummary[]): void {
      if (pages.get(number) === rows) return;
      pages.delete(number);
      pages.set(number, rows);
      if (pages.size > mostPages) pages.delete(pages.keys().next().value!);
      setVersion((before) => before + 1);
    },
    /** From 0, without a list that holds every position; undefined where it is not known. */
    positionOf(threadId: string): number | undefined {
      let position: number | undefined;
      // What was read last is at the end, and nearer to the truth.
      for (const [number, rows] of pages) {
        const place = rows.findIndex((row) => row.threadId === threadId);
        if (place >= 0) position = number * pageSize + place;
      }
      return position;
    },
  };
}

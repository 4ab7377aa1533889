import type { ThreadSummary } from "../../schema";
import { rowsBetween } from "./row-range";
import { rowSource } from "./row-source";
import { selection } from "./selection";

/** In a list that does not say, what is on the page stands in its order. */
function shownBetween(from: string, to: string): ThreadSummary[] {
  const ids = [...document.querySelectorAll<HTMLElement>("[data-thread]")].map(({ dataset }) => dataset["thread"]!);
  const [first = -1, last = -1] = [ids.indexOf(from), ids.indexOf(to)].toSorted((a, b) => a - b);
  return first < 0 ? [] : ids.slice(first, last + 1).flatMap((id) => selection.listed.get(id) ?? []);
}

/** Chooses everything between the row that was chosen last and this one, whichever is above; just this one without such a row. */
export function selectTo(row: ThreadSummary): void {
  const anchor = selection.anchor();
  if (anchor === undefined) return selection.toggle(row);
  selection.extend([...shownBetween(anchor, row.threadId), row]);
  const source = rowSource();
  if (!source) return;
  void rowsBetween(source, anchor, row.threadId).then(
    (rows) => selection.anchor() === anchor && selection.extend(rows),
  );
}

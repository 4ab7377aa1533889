/** What stands in an open thread: a message, or a number of read ones in their place. */
export type ThreadItem = { id: string; folded?: undefined } | { id: string; folded: readonly string[] };

/** Closed messages in a row that are still shown one by one. */
const longestRow = 3;

/** Puts long rows of closed messages into one line each; the first message of the thread and the last of a row keep theirs. */
export function foldThread(ids: readonly string[], isOpen: (id: string) => boolean): ThreadItem[] {
  const items: ThreadItem[] = [];
  let row: string[] = [];
  const endRow = () => {
    const last = row.length > longestRow ? row.pop() : undefined;
    if (last) items.push({ id: `before ${last}`, folded: row }, { id: last });
    else items.push(...row.map((id) => ({ id })));
    row = [];
  };
  for (const [at, id] of ids.entries()) {
    if (at > 0 && !isOpen(id)) {
      row.push(id);
      continue;
    }
    endRow();
    items.push({ id });
  }
  endRow();
  return items;
}

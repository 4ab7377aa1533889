/** Messages of a list in order: row ids and those of their threads, in two columns because lists are long. */
export type ListColumns = { ids: Int32Array; threads: Int32Array };

export type ListRow = [id: number, threadId: number];

export function toColumns(rows: readonly ListRow[]): ListColumns {
  const ids = new Int32Array(rows.length);
  const threads = new Int32Array(rows.length);
  for (const [at, [id, threadId]] of rows.entries()) {
    ids[at] = id;
    threads[at] = threadId;
  }
  return { ids, threads };
}

function largest(column: Int32Array): number {
  let most = 0;
  for (let at = 0; at < column.length; at++) if (column[at]! > most) most = column[at]!;
  return most;
}

/** Only those that are among `marked`, or with `isAmong` false only the others. Plain loops: a callback for each row costs ten times as much. */
export function keepRows({ ids, threads }: ListColumns, marked: Iterable<number>, isAmong: boolean): ListColumns {
  const marks = new Uint8Array(largest(ids) + 1);
  for (const id of marked) if (id >= 0 && id < marks.length) marks[id] = 1;
  const wanted = isAmong ? 1 : 0;
  const kept = { ids: new Int32Array(ids.length), threads: new Int32Array(ids.length) };
  let count = 0;
  for (let at = 0; at < ids.length; at++) {
    if (marks[ids[at]!] !== wanted) continue;
    kept.ids[count] = ids[at]!;
    kept.threads[count++] = threads[at]!;
  }
  return { ids: kept.ids.slice(0, count), threads: kept.threads.slice(0, count) };
}

/** Puts rows, which are in order themselves, before the places that were found for them. */
export function putRows(
  { ids, threads }: ListColumns,
  places: readonly number[],
  rows: readonly ListRow[],
): ListColumns {
  const put = (column: Int32Array, at: 0 | 1) => {
    const result = new Int32Array(column.length + rows.length);
    let from = 0;
    for (const [index, place] of places.entries()) {
      result.set(column.subarray(from, place), from + index);
      result[place + index] = rows[index]![at];
      from = place;
    }
    result.set(column.subarray(from), from + rows.length);
    return result;
  };
  return { ids: put(ids, 0), threads: put(threads, 1) };
}

/** The first message of each thread, in order. */
export function firstOfThreads({ ids, threads }: ListColumns): Int32Array {
  const seen = new Uint8Array(largest(threads) + 1);
  const first = new Int32Array(ids.length);
  let count = 0;
  for (let at = 0; at < ids.length; at++) {
    const threadId = threads[at]!;
    if (seen[threadId] === 1) continue;
    seen[threadId] = 1;
    first[count++] = ids[at]!;
  }
  return first.slice(0, count);
}

import type { ThreadSummary } from "../../schema";
import { hasFailed } from "../page-data";
import { threadPage } from "../queries";
import { pageSize } from "../threads/known-rows";
import type { RowSource } from "./row-source";

/** What stands between two rows of a list, both included, also where nobody has scrolled yet. Empty when one of them is not known any more. */
export async function rowsBetween({ model, mailboxId, listed }: RowSource, from: string, to: string) {
  const pageOf = async (number: number): Promise<readonly ThreadSummary[]> => {
    const known = model.known.page(number);
    if (known) return known;
    const read: Awaited<ReturnType<typeof threadPage>> | undefined = await threadPage(mailboxId(), listed(), number);
    return read && !hasFailed(read) ? read.threads : [];
  };
  const rows: ThreadSummary[] = [];
  const ends = [model.known.positionOf(from), model.known.positionOf(to)];
  if (ends[0] === undefined || ends[1] === undefined) return rows;
  const [first, last] = (ends as number[]).toSorted((a, b) => a - b) as [number, number];
  for (let number = Math.floor(first / pageSize); number * pageSize <= last; number++) {
    const start = number * pageSize;
    rows.push(...(await pageOf(number)).slice(Math.max(0, first - start), last + 1 - start));
  }
  return rows;
}

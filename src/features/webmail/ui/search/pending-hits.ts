import { type Pending, pendingRows } from "../apply-pending";
import type { SearchHit } from "../../schema/search";

/** Hits as they will be. What goes to Trash or Spam is not found any more; what moves elsewhere is. */
export function pendingHits(hits: readonly SearchHit[], pending: Pending): SearchHit[] {
  const gone = new Set(
    pending.movings.flatMap((moving) => {
      const isGone =
        !("to" in moving) || ("role" in moving.to && (moving.to.role === "trash" || moving.to.role === "junk"));
      return isGone ? moving.threadIds : [];
    }),
  );
  const marked = pendingRows(hits, "", { ...pending, movings: [] }) as SearchHit[];
  return marked.filter(({ threadId }) => !gone.has(threadId));
}

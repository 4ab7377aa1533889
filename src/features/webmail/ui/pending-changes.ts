import { useSubmissions } from "@solidjs/router";
import { createMemo } from "solid-js";
import type { Pending } from "./apply-pending";
import { destroyThreads, markThreads, moveThreads } from "./handling/changes";

/** What was asked for on this page and is not answered yet; a change that failed leaves it by itself. */
export function pendingChanges(): () => Pending {
  const markings = useSubmissions(markThreads);
  const [movings, destroyings] = [useSubmissions(moveThreads), useSubmissions(destroyThreads)];
  return createMemo(() => ({
    markings: markings.filter(({ pending }) => pending).map(({ input }) => input[0]),
    movings: [...movings, ...destroyings].filter(({ pending }) => pending).map(({ input }) => input[0]),
  }));
}

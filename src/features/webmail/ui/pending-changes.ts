import { useSubmissions } from "@solidjs/router";
import { createMemo } from "solid-js";
import type { Pending } from "./apply-pending";
import { markThread, moveThread } from "./queries";

/** What was asked for on this page and is not answered yet; a change that failed leaves it by itself. */
export function pendingChanges(): () => Pending {
  const [markings, movings] = [useSubmissions(markThread), useSubmissions(moveThread)];
  return createMemo(() => ({
    markings: markings.filter(({ pending }) => pending).map(({ input }) => input[0]),
    movings: movings.filter(({ pending }) => pending).map(({ input }) => input[0]),
  }));
}

import type { ThreadSummary } from "../schema";
import type { AnswerKind } from "./answer-draft";
import { focusRow, mailKeys } from "./mail-keys";
import type { openThread } from "./open-thread";

export type PageKeysOptions = {
  thread: ReturnType<typeof openThread>;
  isReading: () => boolean;
  write: () => void;
  answer: (kind: AnswerKind) => void;
};

/** The keys of the page, which act on the open thread. Returns those of a row, which act on the row that has the focus. */
export function pageKeys({ thread, isReading, write, answer }: PageKeysOptions) {
  const whenReading = (act: () => void) => () => {
    if (isReading()) act();
  };
  mailKeys({
    j: () => focusRow(1),
    k: () => focusRow(-1),
    c: write,
    u: whenReading(thread.close),
    r: whenReading(() => answer("reply")),
    a: whenReading(() => answer("replyAll")),
    f: whenReading(() => answer("forward")),
    e: () => thread.moveOpen("archive"),
    "#": () => thread.moveOpen("trash"),
    s: thread.flagOpen,
  });
  const rowKeys: Record<string, (row: ThreadSummary) => void> = {
    e: (row) => thread.moveRow(row, "archive"),
    "#": (row) => thread.moveRow(row, "trash"),
    Delete: (row) => thread.moveRow(row, "trash"),
    s: thread.flagRow,
    ArrowDown: () => focusRow(1),
    ArrowUp: () => focusRow(-1),
  };
  return (event: KeyboardEvent, row: ThreadSummary): void => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : rowKeys[event.key];
    if (!act) return;
    event.preventDefault();
    act(row);
  };
}

import { createEffect, on } from "solid-js";
import type { ListModel } from "./list-model";
import type { ListWindow } from "./list-window";

/** What comes or goes above does not move what one looks at, unless that is the top of the list. */
export function keepPlace({ model, window }: { model: ListModel; window: ListWindow }): void {
  let anchor: { threadId: string; row: number } | undefined;
  const look = () => {
    const row = window.seen();
    const thread = model.at(row);
    anchor = thread && { threadId: thread.threadId, row };
  };
  createEffect(
    on([model.known.version, model.count, window.seen], () => {
      const now = anchor && model.rowOf(anchor.threadId);
      const hasScrolled = anchor === undefined || anchor.row !== window.seen();
      if (!hasScrolled && now !== undefined && now !== anchor!.row && window.isScrolled())
        window.shift(now - anchor!.row);
      look();
    }),
  );
}

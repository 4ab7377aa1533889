import { createEffect, untrack } from "solid-js";
import type { ThreadPage } from "../../schema";
import { threadPage } from "../queries";
import { pageSize } from "./known-rows";
import type { ListModel } from "./list-model";
import type { ListWindow } from "./list-window";

export type ReadAheadOptions = { model: ListModel; window: ListWindow; page: () => ThreadPage; listed: () => string };

/** Fetches the page of rows to which one scrolls before one is there. */
export function readAhead({ model, window, page, listed }: ReadAheadOptions): void {
  createEffect(() => {
    const pages = model.pages();
    if (window.isPassing()) return;
    untrack(() => {
      const next = window.direction() > 0 ? (pages.at(-1) ?? 0) + 1 : (pages[0] ?? 0) - 1;
      if (next < 1 || next * pageSize >= page().total || model.known.page(next)) return;
      if (window.seen() > 0) threadPage(page().mailboxId, listed(), next).catch(() => {});
    });
  });
}

import { createEffect, onCleanup } from "solid-js";
import type { ListModel } from "../threads/list-model";

/** The list that is on the page, for when somebody chooses from one row to another. */
export type RowSource = { model: ListModel; mailboxId: () => string; listed: () => string };

let source: RowSource | undefined;
export const rowSource = (): RowSource | undefined => source;

export function keepRowSource(own: RowSource): void {
  createEffect(() => {
    source = own;
    onCleanup(() => {
      if (source === own) source = undefined;
    });
  });
}

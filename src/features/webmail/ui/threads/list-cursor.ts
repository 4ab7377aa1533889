import { createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import type { ThreadSummary } from "../../schema";
import type { ListModel } from "./list-model";

type Cursor = { before: () => string | undefined; after: () => string | undefined };

const [cursor, setCurrent] = createSignal<Cursor>();

/** Addresses of the threads that stand in the list before and after the open one; undefined at its ends, or where it is not known. */
export const besideOpen = {
  before: (): string | undefined => cursor()?.before(),
  after: (): string | undefined => cursor()?.after(),
};

export type CursorOptions = {
  model: ListModel;
  openId: () => string | undefined;
  pathOf: (thread: ThreadSummary) => string;
};

/** Says what stands beside the open thread while this list is on the page. */
export function setCursor({ model, openId, pathOf }: CursorOptions): void {
  /** Where the open thread stands, or stood: one that was read has left the list of what is unread. */
  const place = createMemo<{ id: string; row: number; isThere: boolean } | undefined>((before) => {
    model.known.version();
    const id = openId();
    const row = id === undefined ? undefined : model.rowOf(id);
    if (id !== undefined && row !== undefined) return { id, row, isThere: true };
    return before && before.id === id ? { ...before, isThere: false } : undefined;
  });
  const pathAt = (row: number) => {
    model.known.version();
    const thread = row < 0 ? undefined : model.at(row);
    return thread && pathOf(thread);
  };
  createEffect(() => {
    const own = {
      before: () => place() && pathAt(place()!.row - 1),
      after: () => place() && pathAt(place()!.row + (place()!.isThere ? 1 : 0)),
    };
    setCurrent(own);
    onCleanup(() => setCurrent((current) => (current === own ? undefined : current)));
  });
}

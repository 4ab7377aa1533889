import { createAsync } from "@solidjs/router";
import { createEffect, createMemo, type JSX, Show, Suspense } from "solid-js";
import { Skeleton } from "~/ui/skeleton";
import type { ThreadSummary } from "../../schema";
import { Keyed } from "~/ui/keyed";
import { hasFailed } from "../page-data";
import { threadPage } from "../queries";
import type { ListModel } from "./list-model";

export type RowPlace = { at: number; of: number };

export type ThreadRowsProps = {
  model: ListModel;
  number: number;
  row: (thread: () => ThreadSummary, place: () => RowPlace) => JSX.Element;
};

/** What has to be on the page of one page of rows. */
export function ThreadRows(props: ThreadRowsProps & { threads: readonly ThreadSummary[] | undefined }) {
  return (
    <Keyed each={props.model.placed(props.number, props.threads)} by={({ key }) => key}>
      {(item) => (
        <Show when={item().thread !== undefined} fallback={<EmptyRow at={item().at} />}>
          {props.row(
            () => item().thread!,
            () => ({ at: item().at, of: props.model.count() }),
          )}
        </Show>
      )}
    </Keyed>
  );
}

export type FetchedRowsProps = ThreadRowsProps & { mailboxId: string; listed: string; isPassing: boolean };

/** The same of a page that is read unless one only flies over it; until then what was known of it, or the shapes of rows. */
export function FetchedRows(props: FetchedRowsProps) {
  const isWanted = createMemo<boolean>((before) => before || !props.isPassing, false);
  const Known = () => <ThreadRows {...props} threads={props.model.known.page(props.number)} />;
  return (
    <Show when={isWanted()} fallback={<Known />}>
      <Suspense fallback={<Known />}>
        <Fetched {...props} />
      </Suspense>
    </Show>
  );
}

function Fetched(props: FetchedRowsProps) {
  const read = createAsync(() => threadPage(props.mailboxId, props.listed, props.number));
  const threads = () => {
    const page = read();
    return page && !hasFailed(page) ? page.threads : props.model.known.page(props.number);
  };
  createEffect(() => {
    const loaded = threads();
    if (loaded) props.model.known.put(props.number, loaded);
  });
  return <ThreadRows {...props} threads={threads()} />;
}

const EmptyRow = (props: { at: number }) => (
  <li data-slot="thread-item" style={{ "--at": props.at }} aria-hidden="true">
    <div data-slot="thread-row">
      <Skeleton class="h-8 w-8" />
      <div class="grid gap-2 flex-1">
        <Skeleton class="h-3 w-32" />
        <Skeleton class="h-3 w-full" />
      </div>
    </div>
  </li>
);

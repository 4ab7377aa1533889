import { createAsync } from "@solidjs/router";
import { type Component, createSignal, onCleanup, onMount, Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import type { ThreadSummary } from "../schema";
import { pendingRows } from "./apply-pending";
import { hasFailed } from "./page-data";
import { pendingChanges } from "./pending-changes";
import { olderThreads } from "./queries";

export type RowsComponent = Component<{ threads: readonly ThreadSummary[] }>;

export type OlderThreadsProps = {
  mailboxId: string;
  /** The cursor of the page above; there is nothing below it without one. */
  after: string | undefined;
  rows: RowsComponent;
};

/** The page below another, once one scrolls near it or asks for it. It follows the cursor above: when rows move, all pages do. */
export function OlderThreads(props: OlderThreadsProps) {
  const [isWanted, setWanted] = createSignal(false);
  const button = () => (
    <li class="p-3 flex justify-center">
      <LoadMore busy={isWanted()} onWanted={() => setWanted(true)} />
    </li>
  );
  return (
    <Show when={props.after}>
      {(after) => (
        <Show when={isWanted()} fallback={button()}>
          <Suspense fallback={button()}>
            <Page mailboxId={props.mailboxId} after={after()} rows={props.rows} />
          </Suspense>
        </Show>
      )}
    </Show>
  );
}

function Page(props: OlderThreadsProps & { after: string }) {
  const page = createAsync(() => olderThreads(props.mailboxId, props.after));
  const pending = pendingChanges();
  const loaded = () => {
    const read = page();
    return read && !hasFailed(read) ? read : undefined;
  };
  return (
    <Show when={loaded()}>
      {(loaded) => (
        <>
          <props.rows threads={pendingRows(loaded().threads, props.mailboxId, pending())} />
          <OlderThreads mailboxId={props.mailboxId} after={loaded().cursor} rows={props.rows} />
        </>
      )}
    </Show>
  );
}

function LoadMore(props: { busy: boolean; onWanted: () => void }) {
  let element!: HTMLDivElement;
  onMount(() => {
    const watcher = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && props.onWanted(),
      { rootMargin: "600px" },
    );
    watcher.observe(element);
    onCleanup(() => watcher.disconnect());
  });
  return (
    <div ref={element}>
      <Button size="sm" busy={props.busy} onClick={() => props.onWanted()}>
        {t("common.loadMore")}
      </Button>
    </div>
  );
}

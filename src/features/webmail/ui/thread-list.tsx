import { createEffect, createSignal, For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { InboxIcon } from "~/ui/icons";
import type { Mailbox, Overview, ThreadSummary } from "../schema";
import type { Pending } from "./apply-pending";
import { folderPath } from "./folders";
import { keepRowSource } from "./handling/row-source";
import { setCursor } from "./threads/list-cursor";
import { createListFocus } from "./threads/list-focus";
import { createListModel } from "./threads/list-model";
import { viewSuffix } from "./threads/list-view";
import { createListWindow } from "./threads/list-window";
import { keepPlace } from "./threads/keep-place";
import { readAhead } from "./threads/read-ahead";
import { FetchedRows, type RowPlace, ThreadRows } from "./threads/thread-rows";
import type { swipeRows as SwipeRows } from "./threads/swipe";
import { ThreadRow } from "./thread-row";

/** Fetched where there are fingers. */
const swipeRows = async (...given: Parameters<typeof SwipeRows>) =>
  (await import("./threads/swipe")).swipeRows(...given);

export type ThreadListProps = {
  folder: Mailbox;
  /** As the server has it: what is pending is shown on top of it. */
  page: Overview["page"];
  pending: Pending;
  /** How the list is shown, as a query. A list that is shown otherwise is another one. */
  listed: string;
  preferences: Pick<Overview["preferences"], "density" | "hasPreviews">;
  labels: Overview["labels"];
  openThreadId: string | undefined;
  own: string;
  onKey: (event: KeyboardEvent, row: ThreadSummary) => void;
  /** A finger drew a row that far. */
  onSwipe: (row: ThreadSummary, to: "archive" | "trash") => void;
};

/** The threads of a folder, as many as there may be: only those that one sees are on the page. */
export function ThreadList(props: ThreadListProps) {
  const [held, setHeld] = createSignal<string>();
  const window = createListWindow();
  const openId = () => props.openThreadId;
  const model = createListModel({ page: () => props.page, pending: () => props.pending, window, held, openId });
  const focus = createListFocus({ model, window, held, onHold: setHeld, openId });
  const pathOf = ({ threadId }: ThreadSummary) =>
    `${folderPath(props.folder)}/${encodeURIComponent(threadId)}${viewSuffix(props.listed)}`;
  const isOutgoing = () => props.folder.role === "sent" || props.folder.role === "drafts";

  createEffect(() => model.known.put(0, props.page.threads));
  keepPlace({ model, window });
  readAhead({ model, window, page: () => props.page, listed: () => props.listed });
  keepRowSource({ model, mailboxId: () => props.page.mailboxId, listed: () => props.listed });
  setCursor({ model, openId, pathOf });

  const row = (thread: () => ThreadSummary, place: () => RowPlace) => (
    <ThreadRow
      row={thread()}
      place={place()}
      isStop={place().at === focus.stop()}
      href={pathOf(thread())}
      isOpen={thread().threadId === props.openThreadId}
      isOutgoing={isOutgoing()}
      labels={props.labels}
      own={props.own}
      onKey={props.onKey}
    />
  );
  const onSwipe = (threadId: string, to: "archive" | "trash") => {
    const at = model.rowOf(threadId);
    const found = at === undefined ? undefined : model.at(at);
    if (found) props.onSwipe(found, to);
  };
  return (
    <div data-slot="thread-scroll" ref={window.scroller}>
      <Show when={model.count() > 0} fallback={<NoThreads folder={props.folder} isNarrowed={props.listed !== ""} />}>
        <ul
          ref={(element) => {
            window.list(element);
            focus.list(element);
            if (matchMedia("(pointer: coarse)").matches) void swipeRows(element, onSwipe);
          }}
          data-slot="thread-list"
          data-density={props.preferences.density}
          data-previews={props.preferences.hasPreviews ? "" : undefined}
          style={{ "--rows": model.count() }}
          aria-label={t("webmail.conversations")}
        >
          <For each={model.pages()}>
            {(number) => (
              <Show
                when={number > 0}
                fallback={<ThreadRows model={model} number={0} threads={props.page.threads} row={row} />}
              >
                <FetchedRows
                  model={model}
                  number={number}
                  mailboxId={props.page.mailboxId}
                  listed={props.listed}
                  isPassing={window.isPassing()}
                  row={row}
                />
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}

const NoThreads = (props: { folder: Mailbox; isNarrowed: boolean }) => (
  <EmptyState icon={<InboxIcon />} title={t(props.isNarrowed ? "threads.noneTitle" : "webmail.emptyTitle")}>
    {props.isNarrowed
      ? t("threads.noneText")
      : t(props.folder.role === "inbox" ? "webmail.emptyInbox" : "webmail.emptyFolder")}
  </EmptyState>
);

import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { InboxIcon } from "~/ui/icons";
import type { Mailbox, ThreadPage, ThreadSummary } from "../schema";
import { folderPath } from "./folders";
import { Keyed } from "./keyed";
import { OlderThreads, type RowsComponent } from "./older-threads";
import { ThreadRow } from "./thread-row";

export type ThreadListProps = {
  folder: Mailbox;
  page: ThreadPage;
  openThreadId: string | undefined;
  own: string;
  onKey: (event: KeyboardEvent, row: ThreadSummary) => void;
};

/** The threads of a folder, newest first; older ones when they are asked for. */
export function ThreadList(props: ThreadListProps) {
  const isOutgoing = () => props.folder.role === "sent" || props.folder.role === "drafts";
  const Rows: RowsComponent = (part) => (
    <Keyed each={part.threads} by={(row) => row.threadId}>
      {(row) => (
        <ThreadRow
          row={row()}
          href={`${folderPath(props.folder)}/${encodeURIComponent(row().threadId)}`}
          isOpen={row().threadId === props.openThreadId}
          isOutgoing={isOutgoing()}
          own={props.own}
          onKey={props.onKey}
        />
      )}
    </Keyed>
  );
  return (
    <Show
      when={props.page.threads.length > 0}
      fallback={
        <EmptyState icon={<InboxIcon />} title={t("webmail.emptyTitle")}>
          {t(props.folder.role === "inbox" ? "webmail.emptyInbox" : "webmail.emptyFolder")}
        </EmptyState>
      }
    >
      <div data-slot="thread-scroll">
        <ul data-slot="thread-list" aria-label={t("webmail.conversations")}>
          <Rows threads={props.page.threads} />
          <OlderThreads mailboxId={props.page.mailboxId} after={props.page.cursor} rows={Rows} />
        </ul>
      </div>
    </Show>
  );
}

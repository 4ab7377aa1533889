import { useNavigate } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { dismissToast, toasts } from "~/ui/toast-store";
import type { Mailbox, ThreadSummary } from "../schema";
import type { AnswerKind } from "./composing/draft";
import { folderPath } from "./folders";
import { selection } from "./handling/selection";
import { focusedRow, focusMessage, focusSearch, openFocused, openMore } from "./keys/focus";
import type { KeyActs } from "./keys/key-map";
import { focusRow } from "./mail-keys";
import type { openThread } from "./open-thread";
import { besideOpen } from "./threads/list-cursor";

export type PageKeysOptions = {
  thread: ReturnType<typeof openThread>;
  mailboxes: () => readonly Mailbox[];
  isReading: () => boolean;
  write: () => void;
  answer: (kind: AnswerKind) => void;
};

/**
 * What the keys of the page do: with what is chosen, else with the row that has the focus, else with the open thread. `onRow` are the keys of
 * a row that are no letters.
 */
export function pageKeys({ thread, mailboxes, isReading, write, answer }: PageKeysOptions) {
  const navigate = useNavigate();
  const { handling } = thread;
  const whenReading = (act: () => void) => () => {
    if (isReading()) act();
  };
  const goTo = (role: NonNullable<Mailbox["role"]>) => () => {
    const folder = mailboxes().find((mailbox) => mailbox.role === role);
    if (folder) navigate(folderPath(folder));
    else announce(t("keys.noFolder"));
  };
  const archiveTo = (beside: () => string | undefined) =>
    whenReading(() => {
      const next = beside();
      handling.archive("open");
      if (next) navigate(next);
    });
  const flag = () => {
    const row = focusedRow();
    if (!row && selection.count() === 0) return thread.flagOpen();
    handling.flag(row);
    if (row) announce(t(row.flagged ? "handling.unflagged" : "handling.flagged", { count: 1 }));
  };
  const select = () => {
    const row = focusedRow();
    if (row) selection.toggle(row);
  };
  const selectNone = () => {
    selection.clear();
    announce(t("arranging.selected", { count: 0 }));
  };
  const undo = () => {
    const last = toasts().findLast(({ action }) => action);
    if (!last) return announce(t("keys.nothingToUndo"));
    dismissToast(last.id);
    last.action?.onSelect();
  };
  const unread = () =>
    focusedRow() || selection.count() > 0 ? handling.read(false, focusedRow()) : thread.unreadOpen();
  const acts: Omit<KeyActs, "help"> = {
    ...{ next: () => focusRow(1), previous: () => focusRow(-1), open: openFocused, back: whenReading(thread.close) },
    ...{ nextMessage: () => focusMessage(1), previousMessage: () => focusMessage(-1) },
    archive: () => handling.archive(focusedRow()),
    ...{ archiveNext: archiveTo(besideOpen.after), archivePrevious: archiveTo(besideOpen.before) },
    ...{ remove: () => handling.remove(focusedRow()), junk: () => handling.junk(focusedRow()), flag },
    ...{ read: () => handling.read(true, focusedRow()), unread, undo },
    ...{
      move: () => handling.ask("move", focusedRow()),
      label: () => handling.ask("label", focusedRow()),
      more: openMore,
    },
    ...{ compose: write, reply: whenReading(() => answer("reply")) },
    ...{ replyAll: whenReading(() => answer("replyAll")), forward: whenReading(() => answer("forward")) },
    ...{ select, selectAll: selection.selectLoaded, selectNone },
    ...{ search: focusSearch, goInbox: goTo("inbox"), goDrafts: goTo("drafts"), goSent: goTo("sent") },
    ...{ goArchive: goTo("archive"), goFlagged: () => navigate("/mail/search?q=is%3Aflagged") },
  };
  const rowKeys: Record<string, (row: ThreadSummary) => void> = {
    Delete: (row) => handling.remove(row),
    ArrowDown: () => focusRow(1),
    ArrowUp: () => focusRow(-1),
  };
  const onRow = (event: KeyboardEvent, row: ThreadSummary): void => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : rowKeys[event.key];
    if (!act) return;
    event.preventDefault();
    act(row);
  };
  return { acts, onRow };
}

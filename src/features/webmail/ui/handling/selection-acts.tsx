import { createEffect, on, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { CloseIcon } from "~/ui/basic-icons";
import { IconButton } from "~/ui/icon-button";
import { ArchiveIcon, FolderIcon, InboxIcon, SpamIcon, TrashIcon } from "~/ui/icons";
import { MoreMenu } from "~/ui/more-menu";
import { folderName, shownFolder } from "../folders";
import { selection } from "./selection";
import type { SelectionBarProps } from "./selection-bar";

/** What can be done with the conversations that are chosen, in place of the list's own bar. */
export default function SelectionActs(props: SelectionBarProps) {
  const role = () => (props.isSearch ? null : shownFolder(props.view)?.role);
  const total = () => props.view.page.total;
  const count = () => (selection.isAll() ? total() : selection.count());
  createEffect(on(count, (now) => announce(t("arranging.selected", { count: now }))));
  /** Everything that is loaded is chosen, and there is more than that. */
  const hasMore = () =>
    !props.isSearch && total() > selection.count() && selection.count() >= props.view.page.threads.length;
  const more = () => [
    { label: t("arranging.markRead"), onSelect: () => props.handling.read(true) },
    { label: t("arranging.markUnread"), onSelect: () => props.handling.read(false) },
    { label: t("arranging.flag"), onSelect: () => props.handling.perform(flag(true)) },
    { label: t("arranging.unflag"), onSelect: () => props.handling.perform(flag(false)) },
    { label: t("handling.labels"), shortcut: "l", onSelect: () => props.handling.ask("label") },
  ];
  return (
    <>
      <div data-slot="selection-acts" role="group" aria-label={t("arranging.acts")}>
        <b>{t("arranging.selected", { count: count() })}</b>
        <Show when={role() !== "archive"}>
          <IconButton label={t("webmail.archive")} onClick={() => props.handling.archive()}>
            <ArchiveIcon />
          </IconButton>
        </Show>
        <IconButton
          label={t(role() === "trash" ? "handling.destroy" : "webmail.delete")}
          onClick={() => props.handling.remove()}
        >
          <TrashIcon />
        </IconButton>
        <Show when={role() === "inbox" || role() === null || role() === "archive"}>
          <IconButton label={t("webmail.junk")} onClick={() => props.handling.junk()}>
            <SpamIcon />
          </IconButton>
        </Show>
        <Show when={role() === "trash" || role() === "junk" || role() === "archive"}>
          <IconButton
            label={t(role() === "junk" ? "handling.notJunk" : "webmail.toInbox")}
            onClick={() => props.handling.toInbox()}
          >
            <InboxIcon />
          </IconButton>
        </Show>
        <IconButton label={t("handling.move")} onClick={() => props.handling.ask("move")}>
          <FolderIcon />
        </IconButton>
        <MoreMenu label={t("handling.more")} items={more()} />
        <IconButton label={t("arranging.selectNone")} onClick={() => selection.clear()}>
          <CloseIcon />
        </IconButton>
      </div>
      <Show when={hasMore()}>
        <p data-slot="selection-all">
          <Show
            when={!selection.isAll()}
            fallback={t("arranging.allSelected", { count: total(), name: folderName(shownFolder(props.view)!) })}
          >
            <button type="button" onClick={() => selection.selectAllMatching()}>
              {t("arranging.selectMatching", { count: total(), name: folderName(shownFolder(props.view)!) })}
            </button>
          </Show>
        </p>
      </Show>
    </>
  );
}

const flag = (value: boolean) => ({ do: "mark", keyword: "$flagged", value }) as const;

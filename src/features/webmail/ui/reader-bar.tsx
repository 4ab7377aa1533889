import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { IconButton } from "~/ui/icon-button";
import { ArchiveIcon, InboxIcon, MailIcon, SpamIcon, StarIcon, TrashIcon } from "~/ui/icons";
import type { Mailbox } from "../schema";
import type { Destination } from "./thread-acts";

export type ReaderBarProps = {
  folder: Mailbox;
  hasArchive: boolean;
  isFlagged: boolean;
  onMove: (to: Destination) => void;
  onFlag: () => void;
  onUnread: () => void;
};

/** What one can do with the open thread. */
export function ReaderBar(props: ReaderBarProps) {
  const role = () => props.folder.role;
  return (
    <div data-slot="reader-bar" role="group" aria-label={t("webmail.actions")}>
      <Show when={props.hasArchive && role() !== "archive"}>
        <IconButton label={t("webmail.archive")} onClick={() => props.onMove("archive")}>
          <ArchiveIcon />
        </IconButton>
      </Show>
      <Show when={role() !== "trash"}>
        <IconButton label={t("webmail.delete")} onClick={() => props.onMove("trash")}>
          <TrashIcon />
        </IconButton>
      </Show>
      <Show when={role() === "inbox" || role() === null}>
        <IconButton label={t("webmail.junk")} onClick={() => props.onMove("junk")}>
          <SpamIcon />
        </IconButton>
      </Show>
      <Show when={role() === "trash" || role() === "junk" || role() === "archive"}>
        <IconButton label={t("webmail.toInbox")} onClick={() => props.onMove("inbox")}>
          <InboxIcon />
        </IconButton>
      </Show>
      <span class="flex-1" />
      <IconButton label={t("webmail.markUnread")} onClick={() => props.onUnread()}>
        <MailIcon />
      </IconButton>
      <IconButton
        label={t(props.isFlagged ? "webmail.unflag" : "webmail.flag")}
        aria-pressed={props.isFlagged}
        onClick={() => props.onFlag()}
      >
        <StarIcon fill={props.isFlagged ? "currentColor" : "none"} data-flagged={props.isFlagged ? "" : undefined} />
      </IconButton>
    </div>
  );
}

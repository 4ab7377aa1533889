import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { IconButton } from "~/ui/icon-button";
import { ArchiveIcon, FolderIcon, StarIcon, TrashIcon } from "~/ui/icons";
import type { MenuItem } from "~/ui/menu";
import { MoreMenu } from "~/ui/more-menu";
import type { Mailbox } from "../schema";
import type { Handling } from "./handling/handling";

export type ReaderBarProps = {
  folder: Mailbox;
  handling: Handling;
  isFlagged: boolean;
  onFlag: () => void;
  onUnread: () => void;
};

/** What one can do with the open thread. */
export function ReaderBar(props: ReaderBarProps) {
  const role = () => props.folder.role;
  const isIn = (...roles: (Mailbox["role"] | undefined)[]) => roles.includes(role());
  const more = (): MenuItem[] => [
    { label: t("webmail.markUnread"), shortcut: "U", onSelect: () => props.onUnread() },
    { label: t("handling.labels"), shortcut: "l", onSelect: () => props.handling.ask("label", "open") },
    ...(isIn("inbox", "archive", null)
      ? [{ label: t("webmail.junk"), shortcut: "!", onSelect: () => props.handling.junk("open") }]
      : []),
    ...(isIn("trash", "junk", "archive")
      ? [
          {
            label: t(role() === "junk" ? "handling.notJunk" : "webmail.toInbox"),
            onSelect: () => props.handling.toInbox("open"),
          },
        ]
      : []),
  ];
  return (
    <div data-slot="reader-bar" role="group" aria-label={t("webmail.actions")}>
      <Show when={role() !== "archive"}>
        <IconButton label={t("webmail.archive")} onClick={() => props.handling.archive("open")}>
          <ArchiveIcon />
        </IconButton>
      </Show>
      <IconButton
        label={t(role() === "trash" ? "handling.destroy" : "webmail.delete")}
        onClick={() => props.handling.remove("open")}
      >
        <TrashIcon />
      </IconButton>
      <IconButton label={t("handling.move")} onClick={() => props.handling.ask("move", "open")}>
        <FolderIcon />
      </IconButton>
      <span class="flex-1" />
      <IconButton
        label={t(props.isFlagged ? "webmail.unflag" : "webmail.flag")}
        aria-pressed={props.isFlagged}
        onClick={() => props.onFlag()}
      >
        <StarIcon fill={props.isFlagged ? "currentColor" : "none"} data-flagged={props.isFlagged ? "" : undefined} />
      </IconButton>
      <MoreMenu label={t("handling.more")} items={more()} />
    </div>
  );
}

import { type Component, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { t } from "~/lib/i18n/t";
import { Badge } from "~/ui/badge";
import type { IconProps } from "~/ui/icon";
import { ArchiveIcon, DraftIcon, FolderIcon, InboxIcon, SendIcon, SpamIcon, TrashIcon } from "~/ui/icons";
import type { Mailbox } from "../schema";
import { folderName, folderPath, inOrder, type Role } from "./folders";
import { Keyed } from "./keyed";

const icons = {
  inbox: InboxIcon,
  drafts: DraftIcon,
  sent: SendIcon,
  archive: ArchiveIcon,
  junk: SpamIcon,
  trash: TrashIcon,
} satisfies Record<Role, Component<IconProps>>;

/** What the badge of a folder counts: drafts that lie there, elsewhere what is unread; nothing where nobody waits for it. */
const countOf = ({ role, unreadThreads, totalMessages }: Mailbox): number => {
  if (role === "drafts") return totalMessages;
  return role === "sent" || role === "trash" ? 0 : unreadThreads;
};

/** The folders of the mailbox: those with a role first, then one's own. */
export function FolderList(props: { mailboxes: readonly Mailbox[]; shownId: string }) {
  const part = (isOwn: boolean) => inOrder(props.mailboxes).filter(({ mailbox }) => (mailbox.role === null) === isOwn);
  const list = (isOwn: boolean) => (
    <ul>
      <Keyed each={part(isOwn)} by={({ mailbox }) => mailbox.id}>
        {(item) => (
          <Folder mailbox={item().mailbox} depth={item().depth} isShown={item().mailbox.id === props.shownId} />
        )}
      </Keyed>
    </ul>
  );
  return (
    <nav data-slot="shell-nav" aria-label={t("webmail.folders")}>
      {list(false)}
      <Show when={part(true).length > 0}>
        <h2>{t("webmail.ownFolders")}</h2>
        {list(true)}
      </Show>
    </nav>
  );
}

const Folder = (props: { mailbox: Mailbox; depth: number; isShown: boolean }) => (
  <li style={{ "padding-inline-start": `${props.depth * 0.75}rem` }}>
    <a data-slot="nav-item" href={folderPath(props.mailbox)} aria-current={props.isShown ? "page" : undefined}>
      <Dynamic component={props.mailbox.role ? icons[props.mailbox.role] : FolderIcon} />
      <span>{folderName(props.mailbox)}</span>
      <Show when={countOf(props.mailbox)}>
        {(count) => (
          <Badge tone={props.mailbox.role === "inbox" ? "accent" : "neutral"}>
            {count()}
            <span class="sr-only">
              {" "}
              {t(props.mailbox.role === "drafts" ? "webmail.countDrafts" : "webmail.countUnread")}
            </span>
          </Badge>
        )}
      </Show>
    </a>
  </li>
);

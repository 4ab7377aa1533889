import { createSignal, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { t } from "~/lib/i18n/t";
import { Badge } from "~/ui/badge";
import { IconButton } from "~/ui/icon-button";
import { ChevronRightIcon, PlusIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import type { Mailbox } from "../schema";
import { folderIcon } from "./folder-icons";
import { folderName, folderPath, inOrder, type PlacedFolder } from "./folders";
import type { Handling } from "./handling/handling";
import { Keyed } from "~/ui/keyed";
import "./handling/folder-list.css";

/** Nobody needs it before the page stands; without the server there is nothing that it could do. */
const FolderMenu = lazyPart<{ folder: Mailbox; handling: Handling }>(
  () => import("./handling/folder-menu"),
  () => {},
  () => {},
);

/** What the badge of a folder counts: drafts that lie there, elsewhere what is unread; nothing where nobody waits for it. */
const countOf = ({ role, unreadThreads, totalMessages }: Mailbox): number => {
  if (role === "drafts") return totalMessages;
  return role === "sent" || role === "trash" ? 0 : unreadThreads;
};

export type FolderListProps = {
  mailboxes: readonly Mailbox[];
  /** None while something else than a folder is shown. */
  shownId: string | undefined;
  handling: Handling;
  outbox: JSX.Element;
  /** Further lists below the folders. */
  children?: JSX.Element;
};

/** The folders of the mailbox: those with a role first, then one's own, which can be folded up. */
export function FolderList(props: FolderListProps) {
  const [closed, setClosed] = createSignal<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const part = (isOwn: boolean) =>
    inOrder(props.mailboxes, closed()).filter(({ mailbox }) => (mailbox.role === null) === isOwn);
  const list = (isOwn: boolean) => (
    <ul>
      <Keyed each={part(isOwn)} by={({ mailbox }) => mailbox.id}>
        {(item) => (
          <Folder
            item={item()}
            isShown={item().mailbox.id === props.shownId}
            isOpen={!closed().has(item().mailbox.id)}
            onToggle={() => toggle(item().mailbox.id)}
            handling={props.handling}
          />
        )}
      </Keyed>
    </ul>
  );
  return (
    <nav data-slot="shell-nav" aria-label={t("webmail.folders")}>
      {list(false)}
      {props.outbox}
      <h2 data-slot="nav-add">
        {t("webmail.ownFolders")}
        <IconButton
          size="sm"
          label={t("handling.newFolder")}
          onClick={() => props.handling.askAbout({ ask: "folderName" })}
        >
          <PlusIcon size={16} />
        </IconButton>
      </h2>
      <Show when={part(true).length > 0}>{list(true)}</Show>
      {props.children}
    </nav>
  );
}

type FolderProps = {
  item: PlacedFolder;
  isShown: boolean;
  isOpen: boolean;
  onToggle: () => void;
  handling: Handling;
};

function Folder(props: FolderProps) {
  const mailbox = () => props.item.mailbox;
  const name = () => folderName(mailbox());
  return (
    <li data-slot="folder" style={{ "margin-inline-start": `${props.item.depth * 0.75}rem` }}>
      <Show when={props.item.hasChildren}>
        <button
          type="button"
          data-slot="folder-toggle"
          aria-expanded={props.isOpen}
          aria-label={t("handling.foldersInside", { name: name() })}
          onClick={() => props.onToggle()}
        >
          <ChevronRightIcon size={12} />
        </button>
      </Show>
      <a
        data-slot="nav-item"
        data-folder={mailbox().id}
        href={folderPath(mailbox())}
        aria-current={props.isShown ? "page" : undefined}
      >
        <Dynamic component={folderIcon(mailbox().role)} />
        <span dir="auto">{name()}</span>
        <Show when={countOf(mailbox())}>
          {(count) => (
            <Badge tone={mailbox().role === "inbox" ? "accent" : "neutral"}>
              {count()}
              <span class="sr-only">
                {" "}
                {t(mailbox().role === "drafts" ? "webmail.countDrafts" : "webmail.countUnread")}
              </span>
            </Badge>
          )}
        </Show>
      </a>
      <FolderMenu folder={mailbox()} handling={props.handling} />
    </li>
  );
}

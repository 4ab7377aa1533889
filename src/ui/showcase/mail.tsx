import { createSignal, For } from "solid-js";
import { Avatar } from "../avatar";
import { Button } from "../button";
import { Field } from "../field";
import { IconButton } from "../icon-button";
import { ArchiveIcon, DraftIcon, EditIcon, InboxIcon, ReplyIcon, SearchIcon, SendIcon, TrashIcon } from "../icons";
import { Logo } from "../logo";
import { MailShell } from "../mail-shell";
import { Progress } from "../progress";
import { ShellNav } from "../shell-nav";
import { Title } from "../title";

const folders = [
  {
    items: [
      { href: "/dev/mail", label: "Inbox", icon: <InboxIcon />, count: 4 },
      { href: "/dev/mail/sent", label: "Sent", icon: <SendIcon /> },
      { href: "/dev/mail/drafts", label: "Drafts", icon: <DraftIcon />, count: 1 },
      { href: "/dev/mail/archive", label: "Archive", icon: <ArchiveIcon /> },
      { href: "/dev/mail/trash", label: "Trash", icon: <TrashIcon /> },
    ],
  },
];
const people = [
  "Ada Lovelace",
  "Charles Babbage",
  "Grace Hopper",
  "Alan Turing",
  "Edsger Dijkstra",
  "Barbara Liskov",
  "Donald Knuth",
  "Radia Perlman",
];

/** The three-pane shell with sample content. */
export default function MailShowcase() {
  const [open, setOpen] = createSignal<string>();
  return (
    <MailShell
      title="Inbox"
      brand={<Logo />}
      primaryAction={
        <Button variant="primary" icon={<EditIcon size={16} />}>
          Write
        </Button>
      }
      sidebar={<ShellNav label="Folders" sections={folders} />}
      sidebarFooter={<Progress label="Storage" value={1.2} max={5} text="1.2 GB of 5 GB" variant="meter" />}
      search={
        <Field
          label="Search"
          name="q"
          type="search"
          hideLabel
          placeholder="Search mail"
          prefix={<SearchIcon size={16} />}
        />
      }
      userMenu={<Avatar name="Ada Lovelace" />}
      listLabel="Messages"
      readerLabel="Message"
      isReading={open() !== undefined}
      onBack={() => setOpen(undefined)}
      list={
        <ul class="overflow-y-auto">
          <Title>Inbox</Title>
          <For each={people}>
            {(name) => (
              <li class="border-b-1">
                <button
                  type="button"
                  class="w-full flex gap-3 p-3 text-start hover:bg-surface-hover"
                  onClick={() => setOpen(name)}
                >
                  <Avatar name={name} />
                  <span class="flex-1 min-w-0">
                    <span class="flex justify-between gap-2">
                      <b class="font-600 truncate">{name}</b>
                      <span class="text-xs text-muted">10:24</span>
                    </span>
                    <span class="block truncate">Notes on the engine</span>
                    <span class="block truncate text-muted text-sm">
                      It can do whatever we know how to order it to perform.
                    </span>
                  </span>
                </button>
              </li>
            )}
          </For>
        </ul>
      }
      readerBar={
        <>
          <IconButton label="Reply">
            <ReplyIcon />
          </IconButton>
          <IconButton label="Archive">
            <ArchiveIcon />
          </IconButton>
        </>
      }
      reader={
        <article class="p-5 overflow-y-auto">
          <h2 class="text-xl">Notes on the engine</h2>
          <p class="mt-4 max-w-160">
            {open() ?? "Ada Lovelace"} writes: it might act upon other things besides number.
          </p>
        </article>
      }
    />
  );
}

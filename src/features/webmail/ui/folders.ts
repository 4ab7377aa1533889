import { t } from "~/lib/i18n/t";
import type { ListThreads, Mailbox, Overview } from "../schema";

const roles = ["inbox", "drafts", "sent", "archive", "junk", "trash"] as const;
export type Role = (typeof roles)[number];

/** What the server is asked for when an address says `/mail/<folder>`: a role's word, or the id of a folder without one. */
export const folderOf = (folder: string): Pick<ListThreads, "role" | "mailboxId"> => {
  const role = roles.find((known) => known === folder);
  return role ? { role } : { mailboxId: folder };
};

export const folderPath = ({ id, role }: Pick<Mailbox, "id" | "role">): string =>
  `/mail/${role ?? encodeURIComponent(id)}`;

/** The folder's own name, or in the reader's language what everybody calls it. */
export const folderName = ({ name, role }: Pick<Mailbox, "name" | "role">): string =>
  role ? t(`webmail.folder_${role}`) : name;

/** The folder that a page shows. */
export const shownFolder = ({ mailboxes, page }: Pick<Overview, "mailboxes" | "page">): Mailbox | undefined =>
  mailboxes.find(({ id }) => id === page.mailboxId);

export type PlacedFolder = { mailbox: Mailbox; depth: number; hasChildren: boolean };

/** Those with a role first, as people know them, then the others by their order and name, children after their parent unless it is closed. */
export function inOrder(mailboxes: readonly Mailbox[], closed?: ReadonlySet<string>): PlacedFolder[] {
  const rank = ({ role }: Mailbox) => (role ? roles.indexOf(role) : roles.length);
  const known = new Set(mailboxes.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): PlacedFolder[] =>
    mailboxes
      .filter((mailbox) => (known.has(mailbox.parentId ?? "") ? mailbox.parentId : null) === parentId)
      .sort((a, b) => rank(a) - rank(b) || a.sortOrder - b.sortOrder || a.name.localeCompare(b.name))
      .flatMap((mailbox) => {
        const inside = below(mailbox.id, depth + 1);
        const own = { mailbox, depth, hasChildren: inside.length > 0 };
        return [own, ...(closed?.has(mailbox.id) ? [] : inside)];
      });
  return below(null, 0);
}

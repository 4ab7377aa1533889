import type { Mailbox } from "../../schema";

/** A folder and all folders inside it, those that lie deepest first. */
export function foldersInside(mailboxes: readonly Mailbox[], id: string): Mailbox[] {
  const own = mailboxes.filter((mailbox) => mailbox.id === id);
  const inside = mailboxes
    .filter(({ parentId }) => parentId === id)
    .flatMap((child) => foldersInside(mailboxes, child.id));
  return [...inside, ...own];
}

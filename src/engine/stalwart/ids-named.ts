import type { Mailbox } from "../mail-objects.ts";

const fold = (text: string) => text.normalize("NFC").toLowerCase();

/** Mailboxes of that name, or at that path (`Projects/2026`); upper and lower case are the same. */
export function idsNamed(mailboxes: readonly Mailbox[], name: string): string[] {
  const byId = new Map(mailboxes.map((mailbox) => [mailbox.id, mailbox]));
  const pathOf = (mailbox: Mailbox, depth = 0): string => {
    const parent = mailbox.parentId === null || depth > 20 ? undefined : byId.get(mailbox.parentId);
    return parent ? `${pathOf(parent, depth + 1)}/${mailbox.name}` : mailbox.name;
  };
  const wanted = fold(name);
  return mailboxes
    .filter((mailbox) => fold(mailbox.name) === wanted || fold(pathOf(mailbox)) === wanted)
    .map(({ id }) => id);
}

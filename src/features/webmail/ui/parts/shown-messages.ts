import type { Mailbox, Message } from "../../schema";

const isAside = (role: Mailbox["role"]) => role === "trash" || role === "junk";

/**
 * The messages of a thread that are read in `folder`: what was thrown away is not among them, unless it is looked for there, or there is
 * nothing else.
 */
export function shownMessages(
  messages: readonly Message[],
  mailboxes: readonly Mailbox[],
  folder: Mailbox,
): readonly Message[] {
  const aside = new Set(mailboxes.filter(({ role }) => isAside(role) && role !== folder.role).map(({ id }) => id));
  const shown = messages.filter(({ mailboxIds }) => mailboxIds.some((id) => !aside.has(id)));
  return shown.length > 0 ? shown : messages;
}

/** A message that is still being written. */
export const isDraft = ({ keywords }: Pick<Message, "keywords">): boolean => keywords.includes("$draft");

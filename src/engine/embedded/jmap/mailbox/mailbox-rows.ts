import { encodeId, rowId } from "../../ids";
import type { Mail } from "../../mail/mail";

export type MailboxRow = {
  id: number;
  parent_id: number | null;
  name: string;
  role: string | null;
  sort_order: number;
  is_subscribed: number;
  total_emails: number;
  unread_emails: number;
  total_threads: number;
  unread_threads: number;
};

const columns =
  "id, parent_id, name, role, sort_order, is_subscribed, total_emails, unread_emails, total_threads, unread_threads";

/** All mailboxes of an account, in their order. */
export function listMailboxRows({ db }: Mail, accountId: string): MailboxRow[] {
  return db
    .query<MailboxRow, [string]>(`select ${columns} from mailboxes where account_id = ? order by sort_order, name, id`)
    .all(accountId);
}

/** One mailbox by its JMAP id, or `null`. */
export function findMailboxRow({ db }: Mail, accountId: string, mailboxId: string): MailboxRow | null {
  const id = rowId(mailboxId);
  if (id === null) return null;
  return db
    .query<MailboxRow, [string, number]>(`select ${columns} from mailboxes where account_id = ? and id = ?`)
    .get(accountId, id);
}

const rights = {
  mayReadItems: true,
  mayAddItems: true,
  mayRemoveItems: true,
  maySetSeen: true,
  maySetKeywords: true,
  mayCreateChild: true,
  mayRename: true,
  mayDelete: true,
  maySubmit: true,
};

/** Roles whose mailbox the server needs and does not let go. */
export const keptRoles: ReadonlySet<string> = new Set(["inbox", "junk", "trash"]);

/** The JMAP object (RFC 8621 section 2). */
export const toMailbox = (row: MailboxRow): Record<string, unknown> => ({
  id: encodeId(row.id),
  name: row.name,
  parentId: row.parent_id === null ? null : encodeId(row.parent_id),
  role: row.role,
  sortOrder: row.sort_order,
  totalEmails: row.total_emails,
  unreadEmails: row.unread_emails,
  totalThreads: row.total_threads,
  unreadThreads: row.unread_threads,
  myRights: { ...rights, mayDelete: !keptRoles.has(row.role ?? "") },
  isSubscribed: row.is_subscribed === 1,
});

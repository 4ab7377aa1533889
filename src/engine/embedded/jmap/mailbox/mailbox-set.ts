import { z } from "zod";
import { encodeId, rowId } from "../../ids";
import { destroyEmail } from "../../mail/destroy-email";
import type { MailWrite } from "../../mail/mail";
import { readPlacement, updateEmail } from "../../mail/update-email";
import type { MethodCall } from "../../seams";
import { parseArguments, SetArguments } from "../arguments";
import type { MethodFactory } from "../jmap";
import { applyPatch } from "../patch";
import { invalidProperties, SetError } from "../set-error";
import { resolveId, setObjects } from "../set-objects";
import { findMailboxRow, keptRoles, listMailboxRows, toMailbox, type MailboxRow } from "./mailbox-rows";

const Arguments = SetArguments.extend({ onDestroyRemoveEmails: z.boolean().nullish() });

const maxDepth = 10;
const maxMailboxes = 250;
const roles = [
  "inbox",
  "trash",
  "junk",
  "drafts",
  "sent",
  "archive",
  "important",
  "memos",
  "scheduled",
  "snoozed",
  "shared",
] as const;

const Name = z
  .string()
  .min(1)
  .refine((name) => Buffer.byteLength(name) <= 255 && !/[\u0000-\u001f\u007f]/.test(name), "bad name");
const Editable = z.strictObject({
  name: Name,
  parentId: z.string().max(255).nullish(),
  role: z.enum(roles).nullish(),
  sortOrder: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .nullish(),
  isSubscribed: z.boolean().nullish(),
  // Sharing is accepted and has no effect, as in Stalwart.
  shareWith: z.record(z.string(), z.unknown()).nullish(),
});
type Editable = z.infer<typeof Editable>;

function parseMailbox(object: Record<string, unknown>): Editable {
  const parsed = Editable.safeParse(object);
  if (parsed.success) return parsed.data;
  const properties = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "name")],
  );
  throw invalidProperties(properties, parsed.error.issues[0]?.message);
}

/** Depth of a parent chain; a chain that runs into `self` is a loop. */
function checkParent(rows: Map<number, MailboxRow>, parentId: number | null, self: number | null): void {
  let depth = 1;
  for (let at = parentId; at !== null; at = rows.get(at)?.parent_id ?? null) {
    if (at === self || ++depth > maxDepth) throw invalidProperties(["parentId"]);
  }
}

function checkMailbox(write: MailWrite, call: MethodCall, mailbox: Editable, self: number | null): number | null {
  const rows = new Map(listMailboxRows(write, write.accountId).map((row) => [row.id, row]));
  const parentId = mailbox.parentId == null ? null : (rowId(resolveId(call, mailbox.parentId)) ?? -1);
  if (parentId !== null && !rows.has(parentId)) throw invalidProperties(["parentId"], "no such mailbox");
  checkParent(rows, parentId, self);
  for (const row of rows.values()) {
    if (row.id === self) continue;
    if (row.parent_id === parentId && row.name.normalize("NFC") === mailbox.name.normalize("NFC")) {
      throw new SetError("alreadyExists", "A mailbox of that name exists there.", { existingId: encodeId(row.id) });
    }
    if (mailbox.role != null && row.role === mailbox.role)
      throw invalidProperties(["role"], "another mailbox has this role");
  }
  if (self === null && rows.size >= maxMailboxes) throw new SetError("overQuota", "too many mailboxes");
  return parentId;
}

function createMailbox(write: MailWrite, call: MethodCall, object: Record<string, unknown>) {
  const mailbox = parseMailbox(object);
  const parentId = checkMailbox(write, call, mailbox, null);
  const next = write.db
    .query<{ id: number }, [string]>(
      "update accounts set next_mailbox_id = next_mailbox_id + 1 where account_id = ? returning next_mailbox_id - 1 as id",
    )
    .get(write.accountId);
  const id = next?.id ?? 0;
  write.db
    .query(
      "insert into mailboxes (account_id, id, parent_id, name, role, sort_order, is_subscribed) values (?, ?, ?, ?, ?, ?, ?)",
    )
    .run(
      write.accountId,
      id,
      parentId,
      mailbox.name.normalize("NFC"),
      mailbox.role ?? null,
      mailbox.sortOrder ?? 0,
      mailbox.isSubscribed ? 1 : 0,
    );
  write.note("Mailbox", encodeId(id), "created");
  const { id: jmapId, name: _, parentId: __, shareWith: ___, ...rest } = describe(write, id);
  return { id: String(jmapId), ...rest };
}

function describe(write: MailWrite, id: number): Record<string, unknown> {
  const row = findMailboxRow(write, write.accountId, encodeId(id));
  return row ? toMailbox(row) : { id: encodeId(id) };
}

function updateMailbox(write: MailWrite, call: MethodCall, id: string, patch: Record<string, unknown>): null {
  const row = findMailboxRow(write, write.accountId, id);
  if (!row) throw new SetError("notFound");
  const { name, parentId, role, sortOrder, isSubscribed } = toMailbox(row);
  const before = { name, parentId, role, sortOrder, isSubscribed };
  const after = parseMailbox(applyPatch(before, ignoreUnchanged(patch, toMailbox(row))));
  const parent = checkMailbox(write, call, after, row.id);
  if ((after.role ?? null) !== row.role && keptRoles.has(row.role ?? ""))
    throw invalidProperties(["role"], "the role must stay");
  write.db
    .query(
      "update mailboxes set parent_id = ?, name = ?, role = ?, sort_order = ?, is_subscribed = ? where account_id = ? and id = ?",
    )
    .run(
      parent,
      after.name.normalize("NFC"),
      after.role ?? null,
      after.sortOrder ?? 0,
      after.isSubscribed ? 1 : 0,
      write.accountId,
      row.id,
    );
  write.note("Mailbox", id, "updated");
  return null;
}

const serverSet = ["id", "totalEmails", "unreadEmails", "totalThreads", "unreadThreads", "myRights"];

/** Server-set properties may be sent back as they are (RFC 8620 section 5.3). */
function ignoreUnchanged(patch: Record<string, unknown>, present: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(patch).filter(
    ([property, value]) => !(serverSet.includes(property) && Bun.deepEquals(value, present[property])),
  );
  return Object.fromEntries(entries);
}

function emptyMailbox(write: MailWrite, mailboxId: number): void {
  const emails = write.db
    .query<{ email_id: number }, [string, number]>(
      "select email_id from email_mailboxes where account_id = ? and mailbox_id = ?",
    )
    .all(write.accountId, mailboxId);
  for (const { email_id: emailId } of emails) {
    const placement = readPlacement(write, emailId);
    if (!placement) continue;
    const others = new Set([...placement.mailboxIds].filter((id) => id !== mailboxId));
    if (others.size === 0) destroyEmail(write, emailId);
    else updateEmail(write, emailId, { mailboxIds: others, keywords: placement.keywords });
  }
}

function destroyMailbox(write: MailWrite, id: string, removeEmails: boolean): void {
  const row = findMailboxRow(write, write.accountId, id);
  if (!row) throw new SetError("notFound");
  if (keptRoles.has(row.role ?? "")) throw new SetError("forbidden", "This mailbox cannot be removed.");
  const { db, accountId } = write;
  if (db.query("select 1 from mailboxes where account_id = ? and parent_id = ?").get(accountId, row.id)) {
    throw new SetError("mailboxHasChild", "The mailbox has mailboxes inside.");
  }
  if (row.total_emails > 0 && !removeEmails) throw new SetError("mailboxHasEmail", "The mailbox is not empty.");
  emptyMailbox(write, row.id);
  db.query("delete from mailboxes where account_id = ? and id = ?").run(accountId, row.id);
  write.note("Mailbox", id, "destroyed");
}

/** Mailbox/set (RFC 8621 section 2.5). Inbox, Junk and Trash stay. */
export const mailboxSet: MethodFactory =
  ({ mail }) =>
  async (call, args) => {
    const parsed = parseArguments(Arguments, args);
    return setObjects(mail, call, "Mailbox", parsed, {
      create: (write, object) => createMailbox(write, call, object),
      update: (write, id, patch) => updateMailbox(write, call, id, patch),
      destroy: (write, id) => destroyMailbox(write, id, parsed.onDestroyRemoveEmails ?? false),
    });
  };

import { encodeId } from "../../ids";
import { readBlob } from "../../mail/blobs";
import type { Mail } from "../../mail/mail";
import { parseHeaderFields } from "../../mail/mime/header-fields";
import { asText } from "../../mail/mime/header-text";
import type { Delivery, Directory, Filing } from "../../seams";
import { listMailboxRows, type MailboxRow } from "../mailbox/mailbox-rows";
import { listObjects } from "../object-store";
import { parseScript } from "./parse-script";
import { runScript, type SieveOutcome } from "./run-script";
import type { SieveMessage } from "./run-test";
import type { SieveScript } from "./sieve-script";

/** More servers than an honest path passes: what has been through that many is not sent on. */
const maxHops = 25;

const keywords: Record<string, string | null> = {
  "\\seen": "$seen",
  "\\flagged": "$flagged",
  "\\answered": "$answered",
  "\\draft": "$draft",
  "\\deleted": null,
  "\\recent": null,
};

/** IMAP flags as JMAP keywords (RFC 8621 section 4.1.1); what cannot be one is left out. */
function toKeywords(flags: readonly string[]): string[] {
  return flags.flatMap((flag) => {
    const known = keywords[flag.toLowerCase()];
    if (known !== undefined) return known ?? [];
    return /^[a-z0-9$_.-]{1,255}$/i.test(flag) ? [flag.toLowerCase()] : [];
  });
}

/** A mailbox by its name, or by the names on the way to it with slashes between. */
function findMailbox(rows: readonly MailboxRow[], path: string): MailboxRow | undefined {
  const pathOf = (row: MailboxRow, depth = 0): string => {
    const parent = depth < 10 ? rows.find(({ id }) => id === row.parent_id) : undefined;
    return parent ? `${pathOf(parent, depth + 1)}/${row.name}` : row.name;
  };
  return rows.find((row) => pathOf(row) === path);
}

function activeScript(mail: Mail, accountId: string): string | null {
  const active = listObjects<SieveScript>(mail, accountId, "SieveScript").find(({ value }) => value.isActive);
  const bytes = active && readBlob(mail, accountId, active.value.blobId);
  return bytes ? new TextDecoder().decode(bytes) : null;
}

/**
 * What the active script of an account says of a message that arrives; `null` when there is none, or when it fails, and the message is kept
 * then. Nothing goes round in circles: a message that was sent on from here before (`Delivered-To`, which every redirect writes), or from too
 * many others, is kept instead of being sent on, and a redirect to oneself is a keep. A mailbox that is gone stands for the inbox.
 */
export function filterDelivery(
  mail: Mail,
  directory: Pick<Directory, "findAccount">,
  delivery: Delivery,
): Filing | null {
  const { accountId, raw, envelope } = delivery;
  // What is spam already needs no script to be put away, and is not sent on.
  const script = envelope && delivery.role !== "junk" ? activeScript(mail, accountId) : null;
  const account = script ? directory.findAccount(accountId) : null;
  if (!envelope || !script || !account) return null;
  const { fields } = parseHeaderFields(raw, 0, raw.length);
  const header = (name: string) =>
    fields.filter((field) => field.name.toLowerCase() === name.toLowerCase()).map(({ value }) => asText(value));
  const rows = listMailboxRows(mail, accountId);
  const mailboxExists = (name: string) => /^inbox$/i.test(name) || findMailbox(rows, name) !== undefined;
  const message: SieveMessage = { header, size: raw.byteLength, envelope, mailboxExists, now: mail.now() };
  let outcome: SieveOutcome;
  try {
    outcome = runScript(parseScript(script), message);
  } catch {
    return null;
  }
  const isOwn = (address: string) => account.addresses.includes(address.toLowerCase());
  const mayRedirect = header("received").length <= maxHops && !header("delivered-to").some(isOwn);
  const redirects = mayRedirect ? outcome.redirects.filter((address) => !isOwn(address)) : [];
  const inbox = rows.find(({ role }) => role === "inbox");
  const filings = outcome.filings.map(({ mailbox, flags }) => ({
    row: (mailbox === null ? undefined : findMailbox(rows, mailbox)) ?? inbox,
    flags,
  }));
  // What may not be sent on and is not filed either would be lost.
  if (redirects.length < outcome.redirects.length && filings.length === 0) filings.push({ row: inbox, flags: [] });
  return {
    mailboxIds: [...new Set(filings.flatMap(({ row }) => (row ? [encodeId(row.id)] : [])))],
    keywords: [...new Set(toKeywords(filings.flatMap(({ flags }) => flags)))],
    redirects,
    answer: outcome.answer,
  };
}

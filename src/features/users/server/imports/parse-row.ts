import { parseDomainName } from "~/lib/domain-name";
import { parseLocalPart } from "~/lib/local-part";
import { mailAddress } from "~/lib/mail-address";
import { singleLine } from "~/lib/single-line";
import type { ImportField } from "../../schema/imports";
import { parseHash } from "./parse-hash";
import { parseSize } from "./parse-size";
import type { TableRow } from "./read-table";

/** What is kept of a line; absent where the file says nothing. `aliases` are parted by blanks, `quotaBytes` are octets. */
export type ImportValues = {
  address: string;
  displayName?: string;
  quotaBytes?: string;
  aliases?: string;
  passwordHash?: string;
  recoveryEmail?: string;
  state?: "active" | "suspended";
};
/** `column` is the meaning of the column; `message` a key of the catalogue's area `imports`. */
export type RowIssue = { column: ImportField; message: string };
export type ParsedRow = { line: number; values: ImportValues; issues: RowIssue[] };

const mebibyte = 1024 ** 2;
const smallestQuota = 10 * mebibyte;
const largestQuota = 1024 * 1024 * mebibyte;
const mostAliases = 50;
const Name = singleLine().trim().max(100);

const yes = /^(?:1|true|yes|y|x|on|ja|j|wahr|suspended|blocked|disabled|gesperrt)$/i;
const no = /^(?:0|false|no|n|off|nein|falsch|-|)$/i;
const suspended = /^(?:suspended|blocked|disabled|inactive|locked|gesperrt|inaktiv|deaktiviert)$/i;
const active = /^(?:active|enabled|ok|aktiv|aktiviert|)$/i;

/** Spreadsheets keep an apostrophe that was put before what they could run, as our own export does. */
const risky = /^'(?:[\t\r\n']|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;
const unguarded = (cell: string) => (risky.test(cell) ? cell.slice(1) : cell);

/** The address in the form in which it is kept; `null` when it is none. A name alone gets `domainName`. */
export function parseAddress(typed: string, domainName?: string): string | null {
  const text = typed.trim();
  const at = text.lastIndexOf("@");
  const localPart = parseLocalPart(at < 0 ? text : text.slice(0, at));
  if (at < 0) return localPart && domainName ? `${localPart}@${domainName}` : null;
  const domain = parseDomainName(text.slice(at + 1), { allowTest: true, allowsMixedScript: true });
  return localPart && "name" in domain ? `${localPart}@${domain.name}` : null;
}

/** Microsoft 365 writes `SMTP:` before the main address, `smtp:` before the others, `sip:` before what is no mail. */
const aliasWords = (text: string) =>
  text
    .split(/[\s,;+|]+(?=[^@]*@|$)/)
    .map((word) => word.trim())
    .filter((word) => word !== "" && !/^(?:sip|x500|x400|SMTP):/.test(word))
    .map((word) => word.replace(/^smtp:/, ""));

/** What one line says, by the meaning of its columns, and what is wrong with it. Nothing is asked of anybody: it only reads. */
export function parseRow(
  { line, cells }: TableRow,
  mapping: readonly (ImportField | null)[],
  domainName?: string,
): ParsedRow {
  const issues: RowIssue[] = [];
  const complain = (column: ImportField, what: string) =>
    void issues.push({ column, message: `imports.issue_${what}` });
  const cellOf = (field: ImportField) => {
    const at = mapping.indexOf(field);
    return at < 0 ? "" : unguarded((cells[at] ?? "").trim());
  };

  const typed = cellOf("address");
  const address = parseAddress(typed, domainName);
  if (!typed) complain("address", "address_missing");
  else if (!address) complain("address", "address_invalid");
  const values: ImportValues = { address: address ?? typed.slice(0, 320) };

  const name = cellOf("displayName") || `${cellOf("firstName")} ${cellOf("lastName")}`.trim();
  if (name && !Name.safeParse(name).success)
    complain(mapping.includes("displayName") ? "displayName" : "lastName", "name_invalid");
  else if (name) values.displayName = name;

  for (const [field, unit] of [
    ["quota", ""],
    ["quotaMb", "m"],
    ["quotaGb", "g"],
  ] as const) {
    const text = cellOf(field);
    if (!text) continue;
    const bytes = parseSize(text, unit);
    if (bytes === null) complain(field, "quota_invalid");
    else if (bytes < smallestQuota || bytes > largestQuota) complain(field, "quota_range");
    else values.quotaBytes ??= String(bytes);
  }

  const words = aliasWords(cellOf("aliases"));
  const aliases = words.map((word) => parseAddress(word, domainName));
  if (aliases.includes(null)) complain("aliases", "alias_invalid");
  else if (aliases.length > mostAliases) complain("aliases", "aliases_many");
  else if (aliases.length > 0) values.aliases = [...new Set(aliases)].filter((alias) => alias !== address).join(" ");

  const hash = cellOf("passwordHash");
  const passwordHash = hash ? parseHash(hash) : null;
  if (hash && !passwordHash) complain("passwordHash", "hash_refused");
  else if (passwordHash) values.passwordHash = passwordHash;

  const recovery = cellOf("recoveryEmail").toLowerCase();
  if (recovery && !mailAddress.test(recovery)) complain("recoveryEmail", "recovery_invalid");
  else if (recovery && recovery.split("@")[1] === address?.split("@")[1]) complain("recoveryEmail", "recovery_inside");
  else if (recovery) values.recoveryEmail = recovery;

  const state = cellOf("state");
  if (suspended.test(state)) values.state = "suspended";
  else if (!active.test(state)) complain("state", "state_unknown");
  else if (state) values.state = "active";
  const flag = cellOf("suspended");
  if (yes.test(flag)) values.state = "suspended";
  else if (!no.test(flag)) complain("suspended", "suspended_unknown");
  else if (flag) values.state ??= "active";
  return { line, values, issues };
}

import type { ImportField } from "../../schema/imports";

/** Names as exports and people write them, after `plain`: English and German, Google Workspace, Microsoft 365, cPanel, and our own export. */
const names: Record<ImportField, readonly string[]> = {
  address: [
    ...["address", "email", "emailaddress", "mail", "mailaddress", "user", "username", "userprincipalname", "upn"],
    ...["login", "account", "mailbox", "primaryemail", "primarysmtpaddress", "adresse", "mailadresse", "emailadresse"],
    ...["benutzer", "benutzername", "postfach", "konto", "anmeldename", "localpart"],
  ],
  displayName: [
    "name",
    "displayname",
    "fullname",
    "realname",
    "anzeigename",
    "vollername",
    "description",
    "bezeichnung",
  ],
  firstName: ["firstname", "givenname", "vorname", "forename"],
  lastName: ["lastname", "surname", "familyname", "nachname", "familienname"],
  quota: ["quota", "quotabytes", "storage", "storagelimit", "storagequota", "speicher", "speicherplatz", "kontingent"],
  quotaMb: [
    "quotamb",
    "diskquota",
    "quotamib",
    "storagemb",
    "mailboxsizemb",
    "speichermb",
    "speicherplatzmb",
    "kontingentmb",
  ],
  quotaGb: ["quotagb", "quotagib", "storagegb", "mailboxsizegb", "speichergb", "speicherplatzgb", "kontingentgb"],
  aliases: [
    ...["alias", "aliases", "emailaliases", "emailalias", "proxyaddresses", "secondaryemail", "secondaryemails"],
    ...["otheraddresses", "aliasse", "aliase", "aliasadressen", "weitereadressen"],
  ],
  passwordHash: ["passwordhash", "hash", "pwhash", "hashedpassword", "passworthash", "kennworthash"],
  recoveryEmail: [
    ...["recoveryemail", "recovery", "recoveryaddress", "alternateemailaddress", "alternateemailaddresses"],
    ...["alternateemail", "privateemail", "wiederherstellung", "wiederherstellungsadresse", "ersatzadresse"],
  ],
  state: ["state", "status", "accountstatus", "zustand"],
  suspended: ["suspended", "issuspended", "suspendedlogin", "blocked", "disabled", "blockcredential", "gesperrt"],
};

const meaning = new Map(
  Object.entries(names).flatMap(([field, all]) => all.map((name) => [name, field as ImportField])),
);

/** What Google and others put behind a name, such as `[Required]`, and everything that is no letter. */
const plain = (name: string) =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\[.*?\]/g, "")
    .replace(/[^\p{L}]/gu, "");

/** What each column means by its name; one meaning is given to the first column that has it. */
export function guessColumns(head: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return head.map((name) => {
    const field = meaning.get(plain(name)) ?? null;
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** Whether a column is said to hold passwords in clear text. */
export const isPasswordColumn = (name: string): boolean =>
  /^(?:password|passwort|kennwort|pass|pw|initialpassword|temporarypassword)$/.test(plain(name));

/** The first line names the columns when one of its cells is such a name; no address is. */
export const looksLikeHead = (cells: readonly string[]): boolean =>
  cells.every((cell) => !cell.includes("@")) &&
  cells.some((cell) => meaning.has(plain(cell)) || isPasswordColumn(cell));

/** Columns without names, by what stands in them: the first with addresses, and the text beside it. */
export function guessByContent(rows: readonly (readonly string[])[]): (ImportField | null)[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? ""));
  const addressAt = columns.findIndex((cells) => cells.length > 0 && cells.every((cell) => cell.includes("@")));
  const hashAt = columns.findIndex((cells) => cells.some((cell) => /^\$(?:argon2|2[aby]\$)/.test(cell)));
  const nameAt = columns.findIndex(
    (cells, at) => at !== addressAt && at !== hashAt && cells.some((cell) => /^\p{L}[\p{L} .'-]+$/u.test(cell)),
  );
  const at = { [addressAt]: "address", [hashAt]: "passwordHash", [nameAt]: "displayName" } as Record<
    number,
    ImportField
  >;
  return columns.map((_, column) => at[column] ?? null);
}

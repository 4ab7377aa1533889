import { dateOf, isAge } from "./search-dates";

export const operatorNames = [
  ...(["from", "to", "cc", "bcc", "subject", "body", "filename", "label", "in"] as const),
  ...(["has", "is", "before", "after", "on", "older_than", "newer_than", "larger", "smaller"] as const),
] as const;
export type OperatorName = (typeof operatorNames)[number];

const otherNames: Record<string, OperatorName> = {
  ...{ older: "before", newer: "after", since: "after", file: "filename", folder: "in", tag: "label" },
  ...{ size: "larger", bigger: "larger", date: "on", attachment: "filename" },
};

/** The operator of that name, or of one by which other programs know it; upper and lower case are the same. */
export function operatorOf(name: string): OperatorName | undefined {
  const small = name.toLowerCase();
  return (
    operatorNames.find((known) => known === small) ?? (Object.hasOwn(otherNames, small) ? otherNames[small] : undefined)
  );
}

export type StateWord = "unread" | "read" | "flagged" | "answered" | "draft" | "forwarded";
/** Folders that everybody has, and `all` for everywhere, Trash and Junk too. */
export type FolderWord = "inbox" | "drafts" | "sent" | "archive" | "junk" | "trash" | "all";

/** Every word for a state or such a folder. */
export const states: Record<string, StateWord> = {
  ...{ unread: "unread", read: "read", seen: "read", flagged: "flagged", starred: "flagged" },
  ...{ answered: "answered", replied: "answered", draft: "draft", forwarded: "forwarded" },
};
export const folders: Record<string, FolderWord> = {
  ...{ inbox: "inbox", drafts: "drafts", draft: "drafts", sent: "sent", archive: "archive", archived: "archive" },
  ...{ junk: "junk", spam: "junk", trash: "trash", bin: "trash", all: "all", anywhere: "all", any: "all" },
};

const wordOf = (words: Record<string, string>) => (value: string) => {
  const small = value.toLowerCase();
  return Object.hasOwn(words, small) ? words[small] : undefined;
};
const asIs = (value: string) => value;
const size = (value: string) => (bytesOf(value) === undefined ? undefined : value.toUpperCase());

const readings = {
  ...{ from: asIs, to: asIs, cc: asIs, bcc: asIs, subject: asIs, body: asIs, filename: asIs, label: asIs },
  in: (value: string) => wordOf(folders)(value) ?? value,
  has: wordOf({ attachment: "attachment", attachments: "attachment", file: "attachment", files: "attachment" }),
  is: wordOf(states),
  ...{ before: dateOf, after: dateOf, on: dateOf },
  older_than: (value: string) => (isAge(value) ? value.toLowerCase() : undefined),
  newer_than: (value: string) => (isAge(value) ? value.toLowerCase() : undefined),
  ...{ larger: size, smaller: size },
} satisfies Record<OperatorName, (value: string) => string | undefined>;

/** The value as it is always written; `undefined` when the operator has no use for it. */
export const understand = (name: OperatorName, value: string): string | undefined => readings[name](value);

const units: Record<string, number> = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** `2M`, `500 kB`, `1.5g`, `1000` in octets; `undefined` for what is no size. */
export function bytesOf(text: string): number | undefined {
  const [, digits, unit = ""] = /^(\d{1,12}(?:\.\d{1,3})?)\s*([kmg]?)i?b?$/i.exec(text) ?? [];
  return digits === undefined ? undefined : Math.min(Math.round(Number(digits) * units[unit.toLowerCase()]!), 2 ** 50);
}

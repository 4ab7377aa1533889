import { asAddresses, asGroupedAddresses } from "./addresses";
import { asText, unfold } from "./header-text";
import { formatMessageDate, parseMessageDate } from "./message-date";
import type { HeaderField } from "./header-fields";

/** The MessageIds form: ids without angle brackets, or `null` when there are none. */
export function asMessageIds(raw: string): string[] | null {
  const text = unfold(raw);
  const ids: string[] = [];
  for (const match of text.matchAll(/<([^<>]*)>/g)) {
    const id = (match[1] ?? "").replace(/\s+/g, "");
    if (id !== "") ids.push(id);
  }
  if (ids.length === 0) {
    const words = text.split(/[\s,]+/).filter((word) => word !== "");
    ids.push(...(words.length === 1 ? words : words.filter((word) => word.includes("@"))));
  }
  return ids.length > 0 ? ids : null;
}

function asDate(raw: string): string | null {
  const date = parseMessageDate(raw);
  return date && formatMessageDate(date);
}

function asUrls(raw: string): string[] | null {
  const urls = [...unfold(raw).matchAll(/<([^<>]*)>/g)].map((match) => (match[1] ?? "").replace(/\s+/g, ""));
  return urls.length > 0 ? urls : null;
}

const forms = {
  asRaw: (raw: string): unknown => raw,
  asText,
  asAddresses,
  asGroupedAddresses,
  asMessageIds,
  asDate,
  asURLs: asUrls,
} satisfies Record<string, (raw: string) => unknown>;

const standardForms: Record<string, readonly (keyof typeof forms)[] | undefined> = {};
const allow = (allowed: readonly (keyof typeof forms)[], names: string) => {
  for (const name of names.split(" ")) standardForms[name] = allowed;
};
allow(
  ["asRaw", "asAddresses", "asGroupedAddresses"],
  "from sender reply-to to cc bcc resent-from resent-sender resent-reply-to resent-to resent-cc resent-bcc",
);
allow(["asRaw", "asMessageIds"], "message-id in-reply-to references resent-message-id");
allow(["asRaw", "asDate"], "date resent-date");
allow(["asRaw", "asURLs"], "list-help list-unsubscribe list-subscribe list-post list-owner list-archive");
allow(["asRaw", "asText"], "subject comments keywords list-id");
allow(["asRaw"], "return-path received");

/** A parsed `header:{name}:{form}:all` property name. */
export type HeaderProperty = { name: string; form: keyof typeof forms; all: boolean };

/** Parses a header property (RFC 8621 section 4.1.3), or `null` when it is malformed or the form is not allowed for that header. */
export function parseHeaderProperty(property: string): HeaderProperty | null {
  const match = /^header:([!-9;-~]{1,200})(?::(as[A-Za-z]+))?(:all)?$/.exec(property);
  const name = match?.[1];
  if (!name) return null;
  const form = (match[2] ?? "asRaw") as keyof typeof forms;
  if (!(form in forms)) return null;
  const allowed = standardForms[name.toLowerCase()];
  if (allowed && !allowed.includes(form)) return null;
  return { name, form, all: match[3] !== undefined };
}

/** The value of a header property: the last instance, or all of them with `:all`; `null` when the header is absent. */
export function readHeaderProperty(fields: readonly HeaderField[], { name, form, all }: HeaderProperty): unknown {
  const wanted = name.toLowerCase();
  const found = fields.filter((field) => field.name.toLowerCase() === wanted);
  if (all) return found.map((field) => forms[form](field.value));
  const last = found.at(-1);
  return last ? forms[form](last.value) : null;
}

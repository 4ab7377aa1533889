import { type Person, plainName } from "./people";

/** What the server takes, too: dot-atom before the @ (RFC 5322 section 3.4.1), a name with a dot behind it. */
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const address = new RegExp(`^[a-z0-9.!#$%&'*+/=?^_\`{|}~-]+@${label}(?:\\.${label})+$`, "i");

export const isAddress = (email: string): boolean => email.length <= 254 && address.test(email);

/** Splits at commas, semicolons and line ends, but not inside quotes or angle brackets. */
const split = (text: string): string[] => text.match(/(?:"(?:\\.|[^"])*"|<[^>]*>|[^,;\n])+/g) ?? [];

const unquoted = (name: string) => {
  const quoted = /^"(.*)"$/s.exec(name.trim());
  return plainName(quoted ? quoted[1]!.replace(/\\(.)/g, "$1") : name);
};

/**
 * Reads a line of recipients as people write or paste them: `ada@a.test, "Lovelace, Ada" <ada@a.test>; bob@b.test`. An address that
 * stands there twice counts once; what is no address is kept as it was written, in place of one.
 */
export function readPeople(text: string): Person[] {
  const found = new Map<string, Person>();
  for (const part of split(text).map((piece) => piece.trim())) {
    if (!part) continue;
    const [, name = "", bracketed] = /^(.*)<([^>]*)>\s*$/s.exec(part) ?? [];
    const email = (bracketed ?? part).trim();
    const person = isAddress(email) ? { name: unquoted(name) || null, email } : { name: null, email: part };
    const key = person.email.toLowerCase();
    if (!found.has(key)) found.set(key, person);
  }
  return [...found.values()];
}

/** The other way round, as it is copied or edited: a name in quotes where it would be read as more than one. */
export function writePerson({ name, email }: Person): string {
  const shown = plainName(name);
  if (!shown || shown === email) return email;
  return `${/[",;<>@\\]/.test(shown) ? `"${shown.replace(/["\\]/g, "\\$&")}"` : shown} <${email}>`;
}

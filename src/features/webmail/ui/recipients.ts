export type Recipients = { emails: string[]; /** What is no address, as it was written. */ faults: string[] };

/** RFC 5321 limits the whole to 254 octets; what is left to judge is the server's business. */
const address = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\].]+(?:\.[^\s@<>(),;:"\\[\].]+)+$/;

/** Splits at commas, semicolons and line ends, but not inside quotes or angle brackets. */
const split = (text: string): string[] => text.match(/(?:"(?:\\.|[^"])*"|<[^>]*>|[^,;\n])+/g) ?? [];

/**
 * Reads a line of recipients as people write or paste them: `ada@a.test, "Lovelace, Ada" <ada@a.test>; bob@b.test`. An address that
 * stands there twice counts once.
 */
export function readRecipients(text: string): Recipients {
  const found = new Map<string, string>();
  const faults: string[] = [];
  for (const part of split(text).map((piece) => piece.trim())) {
    if (!part) continue;
    const email = (/<([^>]*)>\s*$/.exec(part)?.[1] ?? part).trim();
    if (email.length <= 254 && address.test(email)) found.set(email.toLowerCase(), email);
    else faults.push(part);
  }
  return { emails: [...found.values()], faults };
}

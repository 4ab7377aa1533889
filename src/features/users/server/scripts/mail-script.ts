/** The one script of ours in a mailbox; only one can run at a time. */
export const mailScriptName = "deftmail";

const escaped = (text: string) => text.replaceAll(/["\\]/g, String.raw`\$&`);

/** RFC 5228 §2.4.2. What could end the string or its line is refused, although no address has it. */
function quoted(text: string): string {
  if (/\p{Cc}/u.test(text)) throw new Error("a string of a script must be one line");
  return `"${escaped(text)}"`;
}

/** A string may go over lines; other control characters have no place in mail. */
const quotedLines = (text: string) =>
  `"${escaped(text.replaceAll(/\r\n?|\n/g, "\n").replaceAll(/[^\P{Cc}\n\t]/gu, "")).replaceAll("\n", "\r\n")}"`;

export type Passing = { target: string; keepsCopy: boolean };

/** Dates are days in `zone`, both of them included; without `subject` the mail server writes one. */
export type Absence = {
  fromDate: string | null;
  untilDate: string | null;
  zone: string;
  subject: string;
  text: string;
};

/** The same sender is told once in so many days. */
const silentDays = 7;

/** The command that passes mail on (RFC 5228 §4.2, RFC 3894 §3 for the copy). */
export const redirectOf = ({ target, keepsCopy }: Passing): string =>
  keepsCopy ? `redirect :copy ${quoted(target)};` : `redirect ${quoted(target)};`;

/** RFC 5230 for the answer, RFC 5260 for the days. */
function vacationOf({ fromDate, untilDate, zone, subject, text }: Absence, addresses: readonly string[]): string[] {
  const day = (relation: "ge" | "le", date: string | null) =>
    date === null ? [] : [`currentdate :zone ${quoted(zone)} :value "${relation}" "date" ${quoted(date)}`];
  const days = [...day("ge", fromDate), ...day("le", untilDate)];
  const tags = [
    `:days ${silentDays}`,
    ...(subject === "" ? [] : [`:subject ${quoted(subject)}`]),
    `:addresses [${addresses.map(quoted).join(", ")}]`,
  ];
  const answer = `vacation ${tags.join(" ")} ${quotedLines(text)};`;
  return days.length === 0 ? [answer] : [`if allof (${days.join(", ")}) {`, answer, "}"];
}

/**
 * What the engine runs on mail that arrives in a mailbox with these addresses, or `null` when it is to run nothing. Pure: the same wishes are
 * the same text.
 */
export function mailScript({
  forwarding,
  absence,
  addresses,
}: {
  forwarding: Passing | null;
  absence: Absence | null;
  addresses: readonly string[];
}): string | null {
  const lines = [...(absence ? vacationOf(absence, addresses) : []), ...(forwarding ? [redirectOf(forwarding)] : [])];
  if (lines.length === 0) return null;
  const extensions = [
    ...(forwarding?.keepsCopy ? ["copy"] : []),
    ...(absence ? ["vacation"] : []),
    ...(absence?.fromDate || absence?.untilDate ? ["date", "relational"] : []),
  ];
  const required = extensions.length > 0 ? [`require [${extensions.map(quoted).join(", ")}];`] : [];
  return `${[...required, ...lines].join("\r\n")}\r\n`;
}

import { operatorNames, type OperatorName } from "~/lib/search-operators";

/** What the words of a mailbox are. */
export type SearchWorld = {
  /** Names of folders as `in:` takes them, and as they are shown. */
  folders: readonly { value: string; label: string }[];
  labels: readonly string[];
  people: readonly { name: string | null; email: string }[];
};

export type Completion = {
  /** The whole text of the box when it is chosen. */
  text: string;
  /** What is chosen, as it is shown. */
  label: string;
  /** Where more has to be typed; the list stays. */
  isBegun: boolean;
  name: OperatorName;
};

const values: Partial<Record<OperatorName, readonly string[]>> = {
  is: ["unread", "read", "flagged", "answered", "draft"],
  has: ["attachment"],
  ...{ before: ["today", "yesterday"], after: ["yesterday"], on: ["today", "yesterday"] },
  ...{ older_than: ["1w", "1m", "1y"], newer_than: ["1d", "1w", "1m"] },
  ...{ larger: ["1M", "10M"], smaller: ["100K", "1M"] },
};

const people = new Set<OperatorName>(["from", "to", "cc", "bcc"]);
const quoted = (value: string) => (/[\s()"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value);
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
/** Whether some word of the text begins like that. */
const begins = (text: string, start: string) =>
  fold(text)
    .split(/[\s@./-]+/)
    .some((word) => word.startsWith(start)) || fold(text).startsWith(start);

/** The last word of a text that is being typed: what stands before it, its minus, its operator, and how its value begins. */
export function wordAtEnd(text: string): { before: string; name: string | undefined; value: string } {
  const [, before = "", minus = "", name, value = ""] =
    /^((?:"[^"]*"|[^"])*?)(?<=^|[\s(])(-?)(?:([a-z]+(?:_[a-z]*)?):)?("[^"]*|[^\s"()]*)$/i.exec(text) ?? ["", text];
  return { before: before + minus, name: name?.toLowerCase(), value: value.replace(/^"/, "") };
}

/** Whom the box should ask for, if an operator about people is being typed. */
export function personAtEnd(text: string): string | undefined {
  const { name, value } = wordAtEnd(text);
  return people.has(name as OperatorName) && value.trim() ? value.trim() : undefined;
}

function valuesOf(name: OperatorName, world: SearchWorld): readonly { value: string; label: string }[] {
  if (name === "in") return world.folders;
  if (name === "label") return world.labels.map((label) => ({ value: label, label }));
  if (people.has(name))
    return world.people.map(({ name: called, email }) => ({
      value: email,
      label: called ? `${called} ${email}` : email,
    }));
  return (values[name] ?? []).map((value) => ({ value, label: value }));
}

const mostShown = 8;

/** What the text in the box may be going to be: operators that begin like its last word, or values of its last operator. */
export function completionsOf(text: string, world: SearchWorld): Completion[] {
  const { before, name, value } = wordAtEnd(text);
  const start = fold(value.trim());
  if (name === undefined)
    return operatorNames
      .filter((operator) => start === "" || operator.startsWith(start))
      .slice(0, mostShown)
      .map((operator) => ({ text: `${before}${operator}:`, label: `${operator}:`, isBegun: true, name: operator }));
  const operator = operatorNames.find((known) => known === name);
  if (!operator) return [];
  return valuesOf(operator, world)
    .filter(({ value: whole, label }) => begins(label, start) || begins(whole, start))
    .filter(({ value: whole }) => fold(whole) !== start)
    .slice(0, mostShown)
    .map((choice) => ({
      ...{ text: `${before}${operator}:${quoted(choice.value)} `, label: choice.label, isBegun: false, name: operator },
    }));
}

import type { SearchCondition, SearchFilter } from "~/engine/mail-search";
import { before, spanOf } from "~/lib/search-dates";
import { bytesOf, folders, type FolderWord, type OperatorName, type StateWord } from "~/lib/search-operators";
import type { SearchNode, SearchTerm } from "~/lib/search-query";

export type SearchWorld = {
  now: Date;
  /** IANA zone. */
  timeZone: string;
  /** Keywords of a label by the name that its owner gave it. */
  keywordsOf: (label: string) => readonly string[];
};

const roles = new Set<string>(Object.values(folders));
const isRole = (name: string): name is Exclude<FolderWord, "all"> => name !== "all" && roles.has(name);

const byState: Record<StateWord, SearchCondition> = {
  ...{ unread: { notKeyword: "$seen" }, read: { hasKeyword: "$seen" }, flagged: { hasKeyword: "$flagged" } },
  ...{
    answered: { hasKeyword: "$answered" },
    draft: { hasKeyword: "$draft" },
    forwarded: { hasKeyword: "$forwarded" },
  },
};

const conditions: Record<OperatorName | "word", (value: string, world: SearchWorld) => SearchFilter> = {
  ...{ word: (text: string) => ({ text }), from: (from: string) => ({ from }), to: (to: string) => ({ to }) },
  ...{ cc: (cc: string) => ({ cc }), bcc: (bcc: string) => ({ bcc }), subject: (subject: string) => ({ subject }) },
  body: (body: string) => ({ body }),
  // Names of files are in what engines index as text; no engine can be asked for them alone.
  filename: (text: string) => ({ text, hasAttachment: true }),
  has: () => ({ hasAttachment: true }),
  label: (name: string, { keywordsOf }: SearchWorld) => ({
    operator: "any" as const,
    filters: keywordsOf(name).map((hasKeyword) => ({ hasKeyword })),
  }),
  in(name: string): SearchFilter {
    if (name === "all") return {};
    return isRole(name) ? { mailbox: { role: name } } : { mailbox: { name } };
  },
  is: (state: string) => byState[state as StateWord],
  before: (date: string, { now, timeZone }: SearchWorld) => ({ before: spanOf(date, timeZone, now)[0] }),
  after: (date: string, { now, timeZone }: SearchWorld) => ({ after: spanOf(date, timeZone, now)[0] }),
  on(date: string, { now, timeZone }: SearchWorld) {
    const [from, until] = spanOf(date, timeZone, now);
    return { after: from, before: until };
  },
  older_than: (age: string, { now }: SearchWorld) => ({ before: before(now, age) }),
  newer_than: (age: string, { now }: SearchWorld) => ({ after: before(now, age) }),
  larger: (size: string) => ({ minSize: bytesOf(size) ?? 0 }),
  smaller: (size: string) => ({ maxSize: bytesOf(size) ?? 0 }),
};

function toFilter(node: SearchNode, world: SearchWorld): SearchFilter {
  const filter: SearchFilter =
    node.kind === "term"
      ? conditions[node.name](node.value, world)
      : { operator: node.kind, filters: node.nodes.map((inner) => toFilter(inner, world)) };
  return node.isNegated ? { operator: "none", filters: [filter] } : filter;
}

const terms = (nodes: readonly SearchNode[]): SearchTerm[] =>
  nodes.flatMap((node) => (node.kind === "term" ? node : terms(node.nodes)));

/** Labels that a search names. */
export const labelsIn = (nodes: readonly SearchNode[]): string[] =>
  terms(nodes).flatMap(({ name, value }) => (name === "label" ? value : []));

/** The engine's question behind a search. Trash and Junk are searched when the search says where it looks. */
export const toSearchFilter = (nodes: readonly SearchNode[], world: SearchWorld) => ({
  filter: { operator: "all" as const, filters: nodes.map((node) => toFilter(node, world)) },
  everywhere: terms(nodes).some(({ name, isNegated }) => name === "in" && !isNegated),
});

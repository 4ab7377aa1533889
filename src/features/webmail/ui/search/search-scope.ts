import { parseSearch, type SearchTerm, type SearchNode, writeSearch } from "~/lib/search-query";

/** Parts of a search that are shown as chips: operators that stand by themselves. */
export const chipsOf = (text: string): SearchTerm[] =>
  parseSearch(text).filter((node) => node.kind === "term" && node.name !== "word") as SearchTerm[];

/** A search without one of its parts. */
export const withoutPart = (text: string, { start, end }: SearchTerm): string =>
  `${text.slice(0, start)} ${text.slice(end)}`.replace(/\s+/g, " ").trim();

export const chipText = (part: SearchTerm): string => writeSearch([part]);

const names = (nodes: readonly SearchNode[]): boolean =>
  nodes.some((node) => (node.kind === "term" ? node.name === "in" && !node.isNegated : names(node.nodes)));

/** Whether a search says itself where it looks; otherwise Trash and Spam are left out. */
export const saysWhere = (text: string): boolean => names(parseSearch(text));

/** The search in one folder instead, by its role or name; `all` is everywhere. */
export function inFolder(text: string, folder: string): string {
  const without = chipsOf(text)
    .filter(({ name, isNegated }) => name === "in" && !isNegated)
    .reduceRight(withoutPart, text);
  return `${without} in:${/[\s()"]/.test(folder) ? `"${folder.replaceAll('"', "")}"` : folder}`.trim();
}

export const everywhere = (text: string): string => inFolder(text, "all");

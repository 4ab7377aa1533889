import type { Database } from "bun:sqlite";
import type { Mail } from "../../mail/mail";
import type { Comparator } from "../filter-tree";
import { type EmailList, intersect, isFolderFilter, readList, refreshList } from "./email-list";
import { isNewestFirst } from "./email-sort";
import type { EmailQuery } from "./run-query";

/** Lists in memory, of all accounts together: 8 bytes a message each. */
const mostLists = 48;

const keptBy = new WeakMap<Database, Map<string, EmailList>>();

const newestFirst: Comparator[] = [{ property: "receivedAt", isAscending: false }];
const keywordSorts = new Set(["hasKeyword", "someInThreadHaveKeyword", "allInThreadHaveKeyword"]);

/** Whether an index of all the account's mail has this order, so that a folder's is quicker picked out of it than sorted. */
const isIndexed = (sort: readonly Comparator[]): boolean => {
  const [first, second, ...more] = sort;
  if (!first || more.length > 0) return false;
  if (second && (second.property !== "receivedAt" || second.isAscending !== false)) return false;
  if (first.property === "size") return first.isAscending === false;
  return (first.property === "from" || first.property === "subject") && first.isAscending !== false;
};

function make(mail: Mail, query: EmailQuery): EmailList {
  if (query.filter === null || !isIndexed(query.sort)) return readList(mail, query);
  return intersect(currentList(mail, { ...query, filter: null }), currentList(mail, { ...query, sort: newestFirst }));
}

function currentList(mail: Mail, query: EmailQuery): EmailList {
  const kept = keptBy.get(mail.db) ?? new Map<string, EmailList>();
  keptBy.set(mail.db, kept);
  const key = JSON.stringify([query.accountId, query.filter, query.sort]);
  const before = kept.get(key);
  const list = (before && refreshList(mail, query, before)) ?? make(mail, query);
  kept.delete(key);
  kept.set(key, list);
  while (kept.size > mostLists) kept.delete(kept.keys().next().value!);
  return list;
}

/**
 * The whole result of a query by which people look at folders, kept in memory and brought up to date by what changed, so that any
 * stretch and the total of 100,000 messages cost next to nothing. `null` for searches and for orders that keywords make.
 */
export function keptList(mail: Mail, query: EmailQuery): EmailList | null {
  if (!isFolderFilter(query.filter) || query.sort.some(({ property }) => keywordSorts.has(property))) return null;
  return currentList(mail, isNewestFirst(query.sort) ? { ...query, sort: newestFirst } : query);
}

import { rowId } from "../../ids";
import type { Mail } from "../../mail/mail";
import { typeState } from "../../mail/read-changes";
import { isOperator } from "../filter-tree";
import { compileFilter, type EmailFilter } from "./email-filter";
import { compileSort, isNewestFirst } from "./email-sort";
import { firstOfThreads, keepRows, type ListColumns, type ListRow, putRows, toColumns } from "./list-columns";
import { movedSince } from "./moved-since";
import { emailQuerySql, type EmailQuery } from "./run-query";

/** A query's whole result at a state, in order. */
export type EmailList = ListColumns & {
  state: string;
  /** The first message of each thread; made when first asked for. */
  collapsed?: Int32Array;
};

/** So many changed messages are put into their new places one by one; for more the list is made anew. */
const mostMoved = 300;

/** Runs a query to its end. */
export function readList(mail: Mail, query: EmailQuery): EmailList {
  const { sql, values } = emailQuerySql(mail, query);
  const rows = mail.db.query<ListRow, (string | number)[]>(sql).values(...values) as ListRow[];
  return { state: typeState(mail, query.accountId, "Email"), ...toColumns(rows) };
}

/** What of an ordered list is also in another one. */
export const intersect = (ordered: EmailList, { ids }: EmailList): EmailList => ({
  state: ordered.state,
  ...keepRows(ordered, ids, true),
});

const orderOf = ({ sort }: EmailQuery) =>
  isNewestFirst(sort) ? "e.received_at desc, e.id desc" : compileSort(sort).sql;

/** Those of some messages that the query finds, in its order. */
function readRows(mail: Mail, query: EmailQuery, ids: string[]): ListRow[] {
  const { accountId, filter } = query;
  const where = compileFilter(mail, accountId, filter === null ? { id: ids } : both(filter, ids));
  // The `+` has them looked up by id: the planner would rather walk through all mail of the account in order.
  const sql = `select e.id, e.thread_id from emails e where +e.account_id = ? and ${where.sql} order by ${orderOf(query)}`;
  return mail.db.query<ListRow, (string | number)[]>(sql).values(accountId, ...where.values) as ListRow[];
}
const both = (filter: EmailFilter, ids: string[]): EmailFilter => ({
  operator: "AND",
  conditions: [{ id: ids }, filter],
});

/** How many of the list's messages stand before that one by the query's order; every one of them still exists. */
function placeFinder(mail: Mail, query: EmailQuery) {
  const order = orderOf(query);
  const first = mail.db.query<{ id: number }, [number, number]>(
    `select e.id from emails e where e.id in (?, ?) order by ${order} limit 1`,
  );
  return (ids: Int32Array, id: number): number => {
    let [low, high] = [0, ids.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (first.get(ids[middle]!, id)?.id === id) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/**
 * The list as it is now, from what changed since. `null` when that is too much, or too long ago. The order must not depend on keywords.
 */
export function refreshList(mail: Mail, query: EmailQuery, list: EmailList): EmailList | null {
  const state = typeState(mail, query.accountId, "Email");
  if (state === list.state) return list;
  const moved = findMoved(mail, query.accountId, list.state);
  if (!moved || moved.size > mostMoved) return null;
  const gone = Array.from(moved, (id) => rowId(id) ?? -1);
  const rest = keepRows(list, gone, false);
  const rows = readRows(mail, query, [...moved]);
  const placeOf = placeFinder(mail, query);
  const places = rows.map(([id]) => placeOf(rest.ids, id));
  return { state, ...putRows(rest, places, rows) };
}

function findMoved(mail: Mail, accountId: string, state: string): Set<string> | null {
  try {
    return movedSince(mail, accountId, state, true);
  } catch {
    // The history does not reach back so far.
    return null;
  }
}

/** The first message of each thread, in order. */
export const collapse = (list: EmailList): Int32Array => (list.collapsed ??= firstOfThreads(list));

const listed: ReadonlySet<string> = new Set([
  ...["inMailbox", "inMailboxOtherThan", "hasKeyword", "notKeyword", "hasAttachment"],
  ...["allInThreadHaveKeyword", "someInThreadHaveKeyword", "noneInThreadHaveKeyword"],
]);

/** Whether a filter is one by which people look at folders again and again, unlike a search. */
export const isFolderFilter = (filter: EmailFilter | null): boolean => {
  if (filter === null) return true;
  if (isOperator(filter)) return filter.conditions.every(isFolderFilter);
  return Object.keys(filter).every((name) => listed.has(name));
};

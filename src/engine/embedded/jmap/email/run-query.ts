import { encodeId, rowId } from "../../ids";
import type { Mail } from "../../mail/mail";
import { isOperator, type Comparator } from "../filter-tree";
import { compileFilter, type EmailFilter, type Sql } from "./email-filter";
import { compileSort, isNewestFirst } from "./email-sort";

export type EmailQuery = {
  accountId: string;
  filter: EmailFilter | null;
  sort: readonly Comparator[];
  collapseThreads: boolean;
};

/** Splits off a mailbox that every result must be in, so that its index gives the order. */
function splitMailbox(filter: EmailFilter | null): { mailboxId: string | null; rest: EmailFilter | null } {
  if (filter === null) return { mailboxId: null, rest: null };
  if (!isOperator(filter)) {
    const { inMailbox, ...others } = filter;
    const rest = Object.keys(others).length > 0 ? others : null;
    return inMailbox === undefined ? { mailboxId: null, rest: filter } : { mailboxId: inMailbox, rest };
  }
  if (filter.operator !== "AND") return { mailboxId: null, rest: filter };
  for (const [at, child] of filter.conditions.entries()) {
    const { mailboxId, rest } = splitMailbox(child);
    if (mailboxId === null) continue;
    const others = filter.conditions.toSpliced(at, 1, ...(rest ? [rest] : []));
    return { mailboxId, rest: others.length > 0 ? { operator: "AND", conditions: others } : null };
  }
  return { mailboxId: null, rest: filter };
}

/** A condition with the columns that the folder's index has too: where it names no other, the messages need not be read. */
const onFolderIndex = (condition: string) =>
  condition.replace(/\be\.id\b/g, "m.email_id").replace(/\be\.(account_id|thread_id|received_at|is_unread)\b/g, "m.$1");

/** The SQL of a query; rows are `id, thread_id` in the wanted order. */
export function emailQuerySql(mail: Mail, { accountId, filter, sort }: EmailQuery): Sql {
  const { mailboxId, rest } = splitMailbox(filter);
  const newestFirst = isNewestFirst(sort);
  if (mailboxId === null) {
    const where = compileFilter(mail, accountId, filter);
    const order = newestFirst ? { sql: "e.received_at desc, e.id desc", values: [] } : compileSort(sort);
    return {
      sql: `select e.id, e.thread_id from emails e where e.account_id = ? and ${where.sql} order by ${order.sql}`,
      values: [accountId, ...where.values, ...order.values],
    };
  }
  const number = rowId(mailboxId) ?? -1;
  const base = "m.account_id = ? and m.mailbox_id = ?";
  if (rest === null && newestFirst) {
    return {
      sql: `select m.email_id as id, m.thread_id from email_mailboxes m where ${base} order by m.received_at desc, m.email_id desc`,
      values: [accountId, number],
    };
  }
  const where = compileFilter(mail, accountId, rest);
  const order = newestFirst ? { sql: "m.received_at desc, m.email_id desc", values: [] } : compileSort(sort);
  const inIndex = onFolderIndex(where.sql);
  if (newestFirst && !/\be\./.test(inIndex)) {
    return {
      sql: `select m.email_id as id, m.thread_id from email_mailboxes m where ${base} and ${inIndex} order by ${order.sql}`,
      values: [accountId, number, ...where.values],
    };
  }
  return {
    sql: `select e.id, e.thread_id from email_mailboxes m cross join emails e on e.id = m.email_id
          where ${base} and ${where.sql} order by ${order.sql}`,
    values: [accountId, number, ...where.values, ...order.values],
  };
}

type Found = { id: number; thread_id: number };

function firstOfEachThread(rows: Found[]): Found[] {
  const seen = new Set<number>();
  return rows.filter(({ thread_id: threadId }) => seen.size < seen.add(threadId).size);
}

/**
 * Ids of a query's results in order, at most `max` of them. With `collapseThreads` only the first message of each thread: how many rows
 * that takes is not known before, so ever more are read until there are enough.
 */
export function runEmailQuery(mail: Mail, query: EmailQuery, max = Number.POSITIVE_INFINITY): string[] {
  const { sql, values } = emailQuerySql(mail, query);
  const statement = mail.db.query<Found, (string | number)[]>(`${sql} limit ?`);
  for (let limit = query.collapseThreads ? max * 3 : max; ; limit *= 4) {
    const rows = statement.all(...values, Number.isFinite(limit) ? limit : -1);
    const found = query.collapseThreads ? firstOfEachThread(rows) : rows;
    if (found.length >= max || rows.length < limit) return found.slice(0, max).map(({ id }) => encodeId(id));
  }
}

/** The total of the plain folder view from the mailbox's own counters; `null` when the query is anything else. */
export function countFromMailbox(mail: Mail, { accountId, filter, collapseThreads }: EmailQuery): number | null {
  const { mailboxId, rest } = splitMailbox(filter);
  if (mailboxId === null || rest !== null) return null;
  const row = mail.db
    .query<{ total_emails: number; total_threads: number }, [string, number]>(
      "select total_emails, total_threads from mailboxes where account_id = ? and id = ?",
    )
    .get(accountId, rowId(mailboxId) ?? -1);
  if (!row) return 0;
  return collapseThreads ? row.total_threads : row.total_emails;
}

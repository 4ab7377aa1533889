import { z } from "zod";
import { rowId } from "../../ids";
import type { Mail } from "../../mail/mail";
import { Id, UnsignedInt, UtcDate } from "../arguments";
import { isOperator, type FilterTree } from "../filter-tree";
import { headerMatches } from "./header-filter";
import { columnsOf, toMatchExpression } from "./text-query";

const Text = z.string().max(1000);

/** FilterCondition of RFC 8621 section 4.4.1, and Stalwart's `sentBefore`, `sentAfter`, `inThread` and `id`. */
export const EmailCondition = z.strictObject({
  inMailbox: Id.optional(),
  inMailboxOtherThan: z.array(Id).max(500).optional(),
  before: UtcDate.optional(),
  after: UtcDate.optional(),
  sentBefore: UtcDate.optional(),
  sentAfter: UtcDate.optional(),
  minSize: UnsignedInt.optional(),
  maxSize: UnsignedInt.optional(),
  allInThreadHaveKeyword: Text.optional(),
  someInThreadHaveKeyword: Text.optional(),
  noneInThreadHaveKeyword: Text.optional(),
  hasKeyword: Text.optional(),
  notKeyword: Text.optional(),
  hasAttachment: z.boolean().optional(),
  inThread: Id.optional(),
  id: z.array(Id).max(500).optional(),
  text: Text.optional(),
  from: Text.optional(),
  to: Text.optional(),
  cc: Text.optional(),
  bcc: Text.optional(),
  subject: Text.optional(),
  body: Text.optional(),
  header: z.array(Text).min(1).max(2).optional(),
});
export type EmailCondition = z.infer<typeof EmailCondition>;
export type EmailFilter = FilterTree<EmailCondition>;

/** A piece of SQL over `emails e` with its bound values. */
export type Sql = { sql: string; values: (string | number)[] };

const sql = (text: string, ...values: (string | number)[]): Sql => ({ sql: text, values });
const time = (date: string) => new Date(date).getTime();
const number = (id: string) => rowId(id) ?? -1;
const numbers = (ids: readonly string[]) => JSON.stringify(ids.map(number));

const withKeyword = "(select email_id from email_keywords where account_id = ? and keyword = ?)";
const inThread = "(select thread_id from email_keywords where account_id = ? and keyword = ?)";
const matching = (columns: string, text: string) => {
  const expression = toMatchExpression(columns, text);
  return expression === null
    ? sql("0")
    : sql("e.id in (select rowid from email_texts where email_texts match ?)", expression);
};

type Compilers = {
  [Name in keyof EmailCondition]-?: (value: NonNullable<EmailCondition[Name]>, mail: Mail, accountId: string) => Sql;
};

const compilers: Compilers = {
  inMailbox: (id) =>
    sql("exists (select 1 from email_mailboxes em where em.email_id = e.id and em.mailbox_id = ?)", number(id)),
  inMailboxOtherThan: (ids) =>
    sql(
      `exists (select 1 from email_mailboxes em where em.email_id = e.id
         and em.mailbox_id not in (select value from json_each(?)))`,
      numbers(ids),
    ),
  before: (date) => sql("e.received_at < ?", time(date)),
  after: (date) => sql("e.received_at >= ?", time(date)),
  sentBefore: (date) => sql("e.sent_at < ?", time(date)),
  sentAfter: (date) => sql("e.sent_at >= ?", time(date)),
  minSize: (size) => sql("e.size >= ?", size),
  maxSize: (size) => sql("e.size < ?", size),
  allInThreadHaveKeyword: (keyword) =>
    sql(
      `not exists (select 1 from emails o where o.account_id = e.account_id and o.thread_id = e.thread_id
         and not exists (select 1 from email_keywords k where k.account_id = o.account_id and k.keyword = ? and k.email_id = o.id))`,
      keyword.toLowerCase(),
    ),
  someInThreadHaveKeyword: (keyword, _, accountId) =>
    sql(`e.thread_id in ${inThread}`, accountId, keyword.toLowerCase()),
  noneInThreadHaveKeyword: (keyword, _, accountId) =>
    sql(`e.thread_id not in ${inThread}`, accountId, keyword.toLowerCase()),
  hasKeyword: (keyword, _, accountId) => sql(`e.id in ${withKeyword}`, accountId, keyword.toLowerCase()),
  notKeyword(keyword, _, accountId) {
    // Most mail is read: what is not is marked in the folder's own index, but for drafts.
    if (keyword.toLowerCase() !== "$seen") return sql(`e.id not in ${withKeyword}`, accountId, keyword.toLowerCase());
    const unseenDraft = `e.id in ${withKeyword} and not exists (select 1 from email_keywords k
      where k.account_id = ? and k.keyword = ? and k.email_id = e.id)`;
    return sql(`(e.is_unread = 1 or (${unseenDraft}))`, accountId, "$draft", accountId, "$seen");
  },
  hasAttachment: (has, _, accountId) =>
    has
      ? sql("e.id in (select id from emails where account_id = ? and has_attachment = 1)", accountId)
      : sql("e.has_attachment = 0"),
  inThread: (id) => sql("e.thread_id = ?", number(id)),
  id: (ids) => sql("e.id in (select value from json_each(?))", numbers(ids)),
  text: (text) => matching(columnsOf.text, text),
  from: (text) => matching(columnsOf.from, text),
  to: (text) => matching(columnsOf.to, text),
  cc: (text) => matching(columnsOf.cc, text),
  bcc: (text) => matching(columnsOf.bcc, text),
  subject: (text) => matching(columnsOf.subject, text),
  body: (text) => matching(columnsOf.body, text),
  header: ([name = "", value], mail, accountId) =>
    sql("e.id in (select value from json_each(?))", JSON.stringify(headerMatches(mail, accountId, name, value))),
};

function join(parts: Sql[], separator: string): Sql {
  return { sql: `(${parts.map((part) => part.sql).join(separator)})`, values: parts.flatMap((part) => part.values) };
}

/** Compiles a filter to a condition over `emails e`. `null` is "all". */
export function compileFilter(mail: Mail, accountId: string, filter: EmailFilter | null): Sql {
  if (filter === null) return sql("1");
  if (isOperator(filter)) {
    const parts = filter.conditions.map((child) => compileFilter(mail, accountId, child));
    if (filter.operator === "AND") return parts.length > 0 ? join(parts, " and ") : sql("1");
    const any = parts.length > 0 ? join(parts, " or ") : sql("0");
    return filter.operator === "OR" ? any : sql(`not ${any.sql}`, ...any.values);
  }
  const parts = Object.entries(filter).map(([name, value]) => {
    const compile = compilers[name as keyof EmailCondition] as (value: unknown, mail: Mail, accountId: string) => Sql;
    return compile(value, mail, accountId);
  });
  return parts.length > 0 ? join(parts, " and ") : sql("1");
}

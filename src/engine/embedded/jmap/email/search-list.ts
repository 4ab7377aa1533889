import type { Mail } from "../../mail/mail";
import { isOperator } from "../filter-tree";
import { compileFilter, type EmailCondition, type EmailFilter } from "./email-filter";
import type { EmailList } from "./email-list";
import { isNewestFirst } from "./email-sort";
import { keptList } from "./kept-lists";
import type { EmailQuery } from "./run-query";
import { matchExpressionOf } from "./text-query";

/** Which messages are meant: 1 at the row id of each. */
type Mask = Uint8Array;

type World = { mail: Mail; accountId: string; size: number };

const rowIds = ({ mail }: World, sql: string, values: (string | number)[]): number[] =>
  (mail.db.query<[number], (string | number)[]>(sql).values(...values) as [number][]).map(([id]) => id);

function maskOf({ size }: World, ids: Iterable<number>): Mask {
  const mask = new Uint8Array(size);
  for (const id of ids) if (id < size) mask[id] = 1;
  return mask;
}

/** All words that must be met go to the word index at once, which is quicker than one after the other. */
function words(world: World, expressions: readonly string[]): Mask {
  const expression = expressions.map((each) => `(${each})`).join(" AND ");
  return maskOf(world, rowIds(world, "select rowid from email_texts where email_texts match ?", [expression]));
}

function conditions(filter: EmailCondition): EmailCondition[] {
  return Object.entries(filter).map(([name, value]) => ({ [name]: value }));
}

function leaf(world: World, filter: EmailCondition): Mask {
  const kept = keptList(world.mail, { ...world, filter, sort: [], collapseThreads: false });
  if (kept) return maskOf(world, kept.ids);
  const where = compileFilter(world.mail, world.accountId, filter);
  const sql = `select e.id from emails e where e.account_id = ? and ${where.sql}`;
  return maskOf(world, rowIds(world, sql, [world.accountId, ...where.values]));
}

function evaluate(world: World, filter: EmailFilter): Mask {
  if (isOperator(filter) && filter.operator !== "AND") {
    const any = new Uint8Array(world.size);
    for (const child of filter.conditions) for (const [id, is] of evaluate(world, child).entries()) any[id]! |= is;
    return filter.operator === "OR" ? any : any.map((is) => 1 - is);
  }
  const parts = isOperator(filter) ? filter.conditions : conditions(filter);
  const expressions = parts.map((part) => (isOperator(part) ? undefined : matchExpressionOf(part)));
  if (expressions.includes(null)) return new Uint8Array(world.size);
  const texts = expressions.filter((expression) => typeof expression === "string");
  const masks = texts.length > 0 ? [words(world, texts)] : [];
  for (const [at, part] of parts.entries()) {
    if (expressions[at] !== undefined) continue;
    const isMany = !isOperator(part) && Object.keys(part).length > 1;
    masks.push(isOperator(part) || isMany ? evaluate(world, part) : leaf(world, part));
  }
  const [first = new Uint8Array(world.size).fill(1), ...rest] = masks;
  for (const mask of rest) for (let id = 0; id < first.length; id++) first[id]! &= mask[id]!;
  return first;
}

/**
 * The whole result of a search, newest first: what each part of the filter finds, laid over the list of all the mail, which is kept in
 * memory. `null` for another order. Linear in the mail and the hits; no message is read.
 */
export function searchList(mail: Mail, query: EmailQuery): EmailList | null {
  if (!query.filter || !isNewestFirst(query.sort)) return null;
  const { accountId } = query;
  const all = keptList(mail, { accountId, filter: null, sort: [], collapseThreads: false });
  if (!all) return null;
  const size = all.ids.reduce((most, id) => Math.max(most, id), 0) + 1;
  const mask = evaluate({ mail, accountId, size }, query.filter);
  const isFound = (_: number, at: number) => mask[all.ids[at]!] === 1;
  return { state: all.state, ids: all.ids.filter(isFound), threads: all.threads.filter(isFound) };
}

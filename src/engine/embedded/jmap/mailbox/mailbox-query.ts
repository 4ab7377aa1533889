import { z } from "zod";
import { encodeId, rowId } from "../../ids";
import type { Mail } from "../../mail/mail";
import { MethodError } from "../../seams";
import { parseArguments, queryArguments, queryChangesArguments } from "../arguments";
import { matchesFilter, parseFilter, Sort, type Comparator, type FilterTree } from "../filter-tree";
import type { MethodFactory } from "../jmap";
import { answerQueryChanges, changedSince, queryList } from "../query-list";
import { listMailboxRows, type MailboxRow } from "./mailbox-rows";

const Condition = z.strictObject({
  parentId: z.string().max(255).nullable().optional(),
  name: z.string().max(255).optional(),
  role: z.string().max(100).nullable().optional(),
  hasAnyRole: z.boolean().optional(),
  isSubscribed: z.boolean().optional(),
});
type Condition = z.infer<typeof Condition>;

const own = {
  filter: z.unknown().optional(),
  sort: Sort,
  sortAsTree: z.boolean().nullish(),
  filterAsTree: z.boolean().nullish(),
};
const QueryArguments = z.strictObject({ ...queryArguments, ...own });
const ChangesArguments = z.strictObject({ ...queryChangesArguments, ...own });
type Own = { filter?: unknown; sort?: Comparator[] | null; sortAsTree?: boolean | null; filterAsTree?: boolean | null };

function matches(row: MailboxRow, condition: Condition): boolean {
  const { parentId, name, role, hasAnyRole, isSubscribed } = condition;
  if (parentId !== undefined && row.parent_id !== (parentId === null ? null : (rowId(parentId) ?? -1))) return false;
  if (name !== undefined && !row.name.toLowerCase().includes(name.toLowerCase())) return false;
  if (role !== undefined && row.role !== role) return false;
  if (hasAnyRole !== undefined && (row.role !== null) !== hasAnyRole) return false;
  return isSubscribed === undefined || (row.is_subscribed === 1) === isSubscribed;
}

const comparators: Record<string, ((a: MailboxRow, b: MailboxRow) => number) | undefined> = {
  name: (a, b) => a.name.localeCompare(b.name, "en"),
  sortOrder: (a, b) => a.sort_order - b.sort_order,
  parentId: (a, b) => (a.parent_id ?? -1) - (b.parent_id ?? -1),
};

function sortRows(rows: MailboxRow[], sort: readonly Comparator[]): MailboxRow[] {
  const steps = sort.map(({ property, isAscending }) => {
    const compare = comparators[property];
    if (!compare) throw new MethodError("unsupportedSort", property);
    return (a: MailboxRow, b: MailboxRow) => (isAscending === false ? -compare(a, b) : compare(a, b));
  });
  return rows.toSorted((a, b) => {
    for (const step of steps) {
      const order = step(a, b);
      if (order !== 0) return order;
    }
    return a.id - b.id;
  });
}

function asTree(rows: readonly MailboxRow[], parentId: number | null = null): MailboxRow[] {
  return rows.filter((row) => row.parent_id === parentId).flatMap((row) => [row, ...asTree(rows, row.id)]);
}

/** With `filterAsTree` a mailbox counts only when its ancestors match too. */
function keepTree(found: MailboxRow[]): MailboxRow[] {
  const kept = new Map(found.map((row) => [row.id, row]));
  const stands = (row: MailboxRow | undefined): boolean =>
    row !== undefined && (row.parent_id === null || stands(kept.get(row.parent_id)));
  return found.filter(stands);
}

function runQuery(mail: Mail, accountId: string, args: Own): string[] {
  const filter: FilterTree<Condition> | null = parseFilter(Condition, args.filter);
  const all = listMailboxRows(mail, accountId);
  const sorted = sortRows(all, args.sort ?? []);
  const ordered = args.sortAsTree ? asTree(sorted) : sorted;
  const found = ordered.filter((row) => matchesFilter(filter, (condition) => matches(row, condition)));
  return (args.filterAsTree ? keepTree(found) : found).map(({ id }) => encodeId(id));
}

/** Mailbox/query (RFC 8621 section 2.3). */
export const mailboxQuery: MethodFactory =
  ({ mail }) =>
  async ({ accountId }, args) => {
    const parsed = parseArguments(QueryArguments, args);
    return queryList(mail, accountId, "Mailbox", runQuery(mail, accountId, parsed), parsed);
  };

/** Mailbox/queryChanges (RFC 8621 section 2.4): every changed mailbox is removed and, if it still matches, added again. */
export const mailboxQueryChanges: MethodFactory =
  ({ mail }) =>
  async ({ accountId }, args) => {
    const parsed = parseArguments(ChangesArguments, args);
    const ids = runQuery(mail, accountId, parsed);
    const moved = changedSince(mail, accountId, "Mailbox", parsed.sinceQueryState);
    if (moved.size > 0 && (parsed.sortAsTree || parsed.filterAsTree)) throw new MethodError("cannotCalculateChanges");
    return answerQueryChanges(mail, accountId, "Mailbox", parsed, moved, ids);
  };

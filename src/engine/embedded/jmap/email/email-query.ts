import { z } from "zod";
import type { Mail } from "../../mail/mail";
import { typeState } from "../../mail/read-changes";
import { MethodError } from "../../seams";
import { parseArguments, queryArguments } from "../arguments";
import { parseFilter, Sort } from "../filter-tree";
import { maxQueryResults, type MethodFactory } from "../jmap";
import { cutPage, limitEcho, type PageArguments } from "../page";
import { encodeId, rowId } from "../../ids";
import { EmailCondition } from "./email-filter";
import { collapse } from "./email-list";
import { keptList } from "./kept-lists";
import { searchList } from "./search-list";
import { isNewestFirst } from "./email-sort";
import { countFromMailbox, runEmailQuery, type EmailQuery } from "./run-query";

const Arguments = z.strictObject({
  ...queryArguments,
  filter: z.unknown().optional(),
  sort: Sort,
  collapseThreads: z.boolean().nullish(),
});

/** So many rows are read from a folder's index sooner than its list is made. */
const fewRows = 400;

/** A page of a list in memory; the same as `cutPage` does with JMAP ids. Throws `anchorNotFound`. */
function cutList(ids: Int32Array, args: PageArguments): { position: number; ids: string[] } {
  const anchor = args.anchor == null ? -1 : ids.indexOf(rowId(args.anchor) ?? -1);
  if (args.anchor != null && anchor < 0) throw new MethodError("anchorNotFound");
  const wanted = anchor >= 0 ? anchor + (args.anchorOffset ?? 0) : (args.position ?? 0);
  const position = Math.max(wanted < 0 && anchor < 0 ? ids.length + wanted : wanted, 0);
  const limit = Math.min(args.limit ?? maxQueryResults, maxQueryResults);
  return { position, ids: Array.from(ids.subarray(position, position + limit), encodeId) };
}

function runPage(mail: Mail, query: EmailQuery, args: PageArguments & { calculateTotal?: boolean | null }) {
  const position = args.position ?? 0;
  const counted = args.calculateTotal ? countFromMailbox(mail, query) : null;
  const needsAll = args.anchor != null || position < 0 || (args.calculateTotal === true && counted === null);
  const end = position + Math.min(args.limit ?? maxQueryResults, maxQueryResults);
  const isWhole = needsAll || end > fewRows || !isNewestFirst(query.sort);
  const kept = isWhole ? (keptList(mail, query) ?? searchList(mail, query)) : null;
  if (kept) {
    const ids = query.collapseThreads ? collapse(kept) : kept.ids;
    return { ...cutList(ids, args), total: counted ?? ids.length };
  }
  const found = runEmailQuery(mail, query, needsAll ? undefined : end);
  return { ...cutPage(found, args), total: counted ?? found.length };
}

/** Email/query (RFC 8621 section 4.4). A folder's first page reads no more rows than it shows; what lies deeper comes from a list in memory. */
export const emailQuery: MethodFactory =
  ({ mail }) =>
  async ({ accountId }, args) => {
    const parsed = parseArguments(Arguments, args);
    const query: EmailQuery = {
      accountId,
      filter: parseFilter(EmailCondition, parsed.filter),
      sort: parsed.sort ?? [],
      collapseThreads: parsed.collapseThreads ?? false,
    };
    const { total, ...page } = runPage(mail, query, parsed);
    return {
      accountId,
      queryState: typeState(mail, accountId, "Email"),
      canCalculateChanges: true,
      ...page,
      ...(parsed.calculateTotal ? { total } : {}),
      ...limitEcho(parsed.limit),
    };
  };

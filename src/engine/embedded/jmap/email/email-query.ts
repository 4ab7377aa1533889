import { z } from "zod";
import { typeState } from "../../mail/read-changes";
import { parseArguments, queryArguments } from "../arguments";
import { parseFilter, Sort } from "../filter-tree";
import { maxQueryResults, type MethodFactory } from "../jmap";
import { cutPage, limitEcho } from "../page";
import { EmailCondition } from "./email-filter";
import { countFromMailbox, runEmailQuery, type EmailQuery } from "./run-query";

const Arguments = z.strictObject({
  ...queryArguments,
  filter: z.unknown().optional(),
  sort: Sort,
  collapseThreads: z.boolean().nullish(),
});

/** Email/query (RFC 8621 section 4.4). A folder page reads no more rows than it shows; only anchors, ends and totals of filters walk on. */
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
    const position = parsed.position ?? 0;
    const counted = parsed.calculateTotal ? countFromMailbox(mail, query) : null;
    const needsAll = parsed.anchor != null || position < 0 || (parsed.calculateTotal === true && counted === null);
    const limit = Math.min(parsed.limit ?? maxQueryResults, maxQueryResults);
    const found = runEmailQuery(mail, query, needsAll ? undefined : position + limit);
    const page = cutPage(found, parsed);
    return {
      accountId,
      queryState: typeState(mail, accountId, "Email"),
      canCalculateChanges: true,
      ...page,
      ...(parsed.calculateTotal ? { total: counted ?? found.length } : {}),
      ...limitEcho(parsed.limit),
    };
  };

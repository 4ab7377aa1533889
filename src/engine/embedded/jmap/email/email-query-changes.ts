import { z } from "zod";
import { parseArguments, queryChangesArguments } from "../arguments";
import { parseFilter, Sort } from "../filter-tree";
import type { MethodFactory } from "../jmap";
import { answerQueryChanges } from "../query-list";
import { EmailCondition } from "./email-filter";
import { movedSince } from "./moved-since";
import { runEmailQuery } from "./run-query";

const Arguments = z.strictObject({
  ...queryChangesArguments,
  filter: z.unknown().optional(),
  sort: Sort,
  collapseThreads: z.boolean().nullish(),
});

/** Email/queryChanges (RFC 8621 section 4.5): the query is run again, and every message that may have moved is removed and added. */
export const emailQueryChanges: MethodFactory =
  ({ mail }) =>
  async ({ accountId }, args) => {
    const parsed = parseArguments(Arguments, args);
    const collapseThreads = parsed.collapseThreads ?? false;
    const filter = parseFilter(EmailCondition, parsed.filter);
    const dependsOnThread = collapseThreads || JSON.stringify(parsed).includes("InThreadHaveKeyword");
    const moved = movedSince(mail, accountId, parsed.sinceQueryState, dependsOnThread);
    const ids = runEmailQuery(mail, { accountId, filter, sort: parsed.sort ?? [], collapseThreads });
    return answerQueryChanges(mail, accountId, "Email", parsed, moved, ids);
  };

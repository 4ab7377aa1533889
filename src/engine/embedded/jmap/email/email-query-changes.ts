import { z } from "zod";
import { encodeId, rowId } from "../../ids";
import type { Mail } from "../../mail/mail";
import { parseArguments, queryChangesArguments } from "../arguments";
import { parseFilter, Sort } from "../filter-tree";
import type { MethodFactory } from "../jmap";
import { answerQueryChanges, changedSince } from "../query-list";
import { EmailCondition } from "./email-filter";
import { runEmailQuery } from "./run-query";

const Arguments = z.strictObject({
  ...queryChangesArguments,
  filter: z.unknown().optional(),
  sort: Sort,
  collapseThreads: z.boolean().nullish(),
});

/** All messages of the threads that changed: when one of them moves, another may stand for the thread. */
function threadMates({ db }: Mail, accountId: string, threadIds: Iterable<string>): string[] {
  const query = db.query<{ id: number }, [string, number]>(
    "select id from emails where account_id = ? and thread_id = ?",
  );
  return [...threadIds].flatMap((id) => query.all(accountId, rowId(id) ?? -1).map((row) => encodeId(row.id)));
}

function threadsOf({ db }: Mail, accountId: string, emailIds: Iterable<string>): string[] {
  const query = db.query<{ thread_id: number }, [string, number]>(
    "select thread_id from emails where account_id = ? and id = ?",
  );
  return [...emailIds].flatMap((id) => {
    const row = query.get(accountId, rowId(id) ?? -1);
    return row ? [encodeId(row.thread_id)] : [];
  });
}

/** Email/queryChanges (RFC 8621 section 4.5): the query is run again, and every message that may have moved is removed and added. */
export const emailQueryChanges: MethodFactory =
  ({ mail }) =>
  async ({ accountId }, args) => {
    const parsed = parseArguments(Arguments, args);
    const collapseThreads = parsed.collapseThreads ?? false;
    const filter = parseFilter(EmailCondition, parsed.filter);
    const moved = changedSince(mail, accountId, "Email", parsed.sinceQueryState);
    const dependsOnThread = collapseThreads || JSON.stringify(parsed).includes("InThreadHaveKeyword");
    if (dependsOnThread && moved.size > 0) {
      const changed = changedSince(mail, accountId, "Thread", parsed.sinceQueryState);
      const threads = new Set([...changed, ...threadsOf(mail, accountId, moved)]);
      for (const id of threadMates(mail, accountId, threads)) moved.add(id);
    }
    const ids = runEmailQuery(mail, { accountId, filter, sort: parsed.sort ?? [], collapseThreads });
    return answerQueryChanges(mail, accountId, "Email", parsed, moved, ids);
  };

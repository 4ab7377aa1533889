import { z } from "zod";
import { MethodError } from "../../seams";
import { Id, parseArguments, queryArguments, queryChangesArguments, UtcDate } from "../arguments";
import { matchesFilter, parseFilter, Sort, type Comparator } from "../filter-tree";
import type { Jmap, MethodFactory } from "../jmap";
import type { StoredObject } from "../object-store";
import { answerQueryChanges, changedSince, queryList } from "../query-list";
import { listSubmissions, undoStatusOf, type Submission } from "./submission";

const Ids = z.array(Id).max(500);
const Condition = z.strictObject({
  identityIds: Ids.optional(),
  emailIds: Ids.optional(),
  threadIds: Ids.optional(),
  undoStatus: z.enum(["pending", "final", "canceled"]).optional(),
  before: UtcDate.optional(),
  after: UtcDate.optional(),
});
type Condition = z.infer<typeof Condition>;

const own = { filter: z.unknown().optional(), sort: Sort };
const QueryArguments = z.strictObject({ ...queryArguments, ...own });
const ChangesArguments = z.strictObject({ ...queryChangesArguments, ...own });

function matches(jmap: Jmap, { value }: StoredObject<Submission>, condition: Condition): boolean {
  const { identityIds, emailIds, threadIds, undoStatus, before, after } = condition;
  if (identityIds && !identityIds.includes(value.identityId)) return false;
  if (emailIds && !emailIds.includes(value.emailId)) return false;
  if (threadIds && !threadIds.includes(value.threadId)) return false;
  if (undoStatus && undoStatusOf(jmap, value) !== undoStatus) return false;
  if (before && value.sendAt >= new Date(before).getTime()) return false;
  return !after || value.sendAt >= new Date(after).getTime();
}

const keys: Record<string, ((submission: Submission) => string | number) | undefined> = {
  emailId: ({ emailId }) => emailId,
  threadId: ({ threadId }) => threadId,
  sentAt: ({ sendAt }) => sendAt,
  sendAt: ({ sendAt }) => sendAt,
};

function sortSubmissions(list: StoredObject<Submission>[], sort: readonly Comparator[]): StoredObject<Submission>[] {
  const steps = sort.map(({ property, isAscending }) => {
    const key = keys[property];
    if (!key) throw new MethodError("unsupportedSort", property);
    return { key, sign: isAscending === false ? -1 : 1 };
  });
  return list.toSorted((a, b) => {
    for (const { key, sign } of steps) {
      const [left, right] = [key(a.value), key(b.value)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  });
}

function runQuery(jmap: Jmap, accountId: string, args: { filter?: unknown; sort?: Comparator[] | null }): string[] {
  const filter = parseFilter(Condition, args.filter);
  const found = listSubmissions(jmap, accountId).filter((object) =>
    matchesFilter(filter, (condition) => matches(jmap, object, condition)),
  );
  return sortSubmissions(found, args.sort ?? []).map(({ id }) => id);
}

/** EmailSubmission/query (RFC 8621 section 7.3), over the last three days. */
export const submissionQuery: MethodFactory =
  (jmap) =>
  async ({ accountId }, args) => {
    const parsed = parseArguments(QueryArguments, args);
    return queryList(jmap.mail, accountId, "EmailSubmission", runQuery(jmap, accountId, parsed), parsed);
  };

/** EmailSubmission/queryChanges (RFC 8621 section 7.4). */
export const submissionQueryChanges: MethodFactory =
  (jmap) =>
  async ({ accountId }, args) => {
    const parsed = parseArguments(ChangesArguments, args);
    const ids = runQuery(jmap, accountId, parsed);
    const moved = changedSince(jmap.mail, accountId, "EmailSubmission", parsed.sinceQueryState);
    return answerQueryChanges(jmap.mail, accountId, "EmailSubmission", parsed, moved, ids);
  };

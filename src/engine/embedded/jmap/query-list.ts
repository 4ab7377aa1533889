import type { ChangeType, Mail } from "../mail/mail";
import { readChanges, typeState } from "../mail/read-changes";
import { MethodError } from "../seams";
import { maxChangesResults } from "./jmap";
import { cutPage, limitEcho, type PageArguments } from "./page";

type QueryArguments = PageArguments & { calculateTotal?: boolean | null };

/** The answer of a /query over a whole list of ids that is already filtered and sorted. */
export function queryList(
  mail: Mail,
  accountId: string,
  type: ChangeType,
  ids: readonly string[],
  args: QueryArguments,
): Record<string, unknown> {
  return {
    accountId,
    queryState: typeState(mail, accountId, type),
    canCalculateChanges: true,
    ...cutPage(ids, args),
    ...(args.calculateTotal ? { total: ids.length } : {}),
    ...limitEcho(args.limit),
  };
}

type QueryChangesArguments = { sinceQueryState: string; maxChanges?: number | null; calculateTotal?: boolean | null };

/** Answers a /queryChanges from the ids that may have moved and the present result (RFC 8620 section 5.6). Throws `tooManyChanges`. */
export function answerQueryChanges(
  mail: Mail,
  accountId: string,
  type: ChangeType,
  args: QueryChangesArguments,
  moved: ReadonlySet<string>,
  ids: readonly string[],
): Record<string, unknown> {
  const added = ids.flatMap((id, index) => (moved.has(id) ? [{ id, index }] : []));
  if (args.maxChanges != null && moved.size + added.length > args.maxChanges) throw new MethodError("tooManyChanges");
  return {
    accountId,
    oldQueryState: args.sinceQueryState,
    newQueryState: typeState(mail, accountId, type),
    removed: [...moved],
    added,
    ...(args.calculateTotal ? { total: ids.length } : {}),
  };
}

/** Ids of a type that were made, changed or destroyed since a state. Throws `cannotCalculateChanges`. */
export function changedSince(mail: Mail, accountId: string, type: ChangeType, state: string): Set<string> {
  const changes = readChanges(mail, accountId, type, state, maxChangesResults);
  if (!changes || changes.hasMoreChanges) throw new MethodError("cannotCalculateChanges");
  return new Set([...changes.created, ...changes.updated, ...changes.destroyed]);
}

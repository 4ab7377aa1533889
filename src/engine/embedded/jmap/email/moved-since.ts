import { encodeId, rowId } from "../../ids";
import type { Mail } from "../../mail/mail";
import { changedSince } from "../query-list";

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

/**
 * Ids of the messages that a query may see in another place than at `state`; with `dependsOnThread` also those of which only another
 * message of the thread changed. Throws `cannotCalculateChanges`.
 */
export function movedSince(mail: Mail, accountId: string, state: string, dependsOnThread: boolean): Set<string> {
  const moved = changedSince(mail, accountId, "Email", state);
  if (!dependsOnThread || moved.size === 0) return moved;
  const changed = changedSince(mail, accountId, "Thread", state);
  const threads = new Set([...changed, ...threadsOf(mail, accountId, moved)]);
  for (const id of threadMates(mail, accountId, threads)) moved.add(id);
  return moved;
}

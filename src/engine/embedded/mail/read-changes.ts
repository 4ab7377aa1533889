import { rowId } from "../ids";
import { formatState, type ChangeKind, type ChangeType, type Mail } from "./mail";

/** The answer of a /changes method; ids are JMAP ids. `countsOnly`: nothing but mailbox counters moved. */
export type Changes = {
  created: string[];
  updated: string[];
  destroyed: string[];
  newState: string;
  hasMoreChanges: boolean;
  countsOnly: boolean;
};

/** The present state string of a type. */
export function typeState({ db }: Mail, accountId: string, type: ChangeType): string {
  const row = db
    .query<{ modseq: number }, [string, string]>("select modseq from type_states where account_id = ? and type = ?")
    .get(accountId, type);
  return formatState(row?.modseq ?? 0);
}

function parseState(state: string): number | null {
  if (state === "n") return 0;
  return state.startsWith("s") ? rowId(state.slice(1)) : null;
}

type Row = { modseq: number; object_id: string; kind: ChangeKind };

function fold(rows: Row[]): Map<string, { first: ChangeKind; last: ChangeKind; countsOnly: boolean }> {
  const objects = new Map<string, { first: ChangeKind; last: ChangeKind; countsOnly: boolean }>();
  for (const { object_id: id, kind } of rows) {
    const seen = objects.get(id);
    if (!seen) objects.set(id, { first: kind, last: kind, countsOnly: kind === "counted" });
    else {
      seen.last = kind;
      seen.countsOnly &&= kind === "counted";
    }
  }
  return objects;
}

/**
 * What happened to a type since `sinceState` (RFC 8620 section 5.2), at most `maxChanges` ids. `null` when the state is unknown or
 * older than the history: the caller answers `cannotCalculateChanges`.
 */
export function readChanges(
  mail: Mail,
  accountId: string,
  type: ChangeType,
  sinceState: string,
  maxChanges: number,
): Changes | null {
  const since = parseState(sinceState);
  const account = mail.db
    .query<{ modseq: number }, [string]>("select modseq from accounts where account_id = ?")
    .get(accountId);
  const current = account?.modseq ?? 0;
  if (since === null || since > current || since < current - mail.historyLimit) return null;
  const rows = mail.db
    .query<Row, [string, string, number]>(
      "select modseq, object_id, kind from changes where account_id = ? and type = ? and modseq > ? order by modseq",
    )
    .all(accountId, type, since);
  let used = rows.length;
  let objects = fold(rows);
  if (objects.size > maxChanges) {
    // Changes are numbered one by one, so an intermediate state can stand behind any of them.
    const ids = new Set<string>();
    used = rows.findIndex((row) => ids.add(row.object_id).size > maxChanges);
    objects = fold(rows.slice(0, used));
  }
  const hasMoreChanges = used < rows.length;
  const entries = [...objects];
  return {
    created: entries.filter(([, { first, last }]) => first === "created" && last !== "destroyed").map(([id]) => id),
    updated: entries.filter(([, { first, last }]) => first !== "created" && last !== "destroyed").map(([id]) => id),
    destroyed: entries.filter(([, { first, last }]) => last === "destroyed" && first !== "created").map(([id]) => id),
    newState: hasMoreChanges ? formatState(rows[used - 1]?.modseq ?? since) : typeState(mail, accountId, type),
    hasMoreChanges,
    countsOnly: entries.length > 0 && entries.every(([, { countsOnly }]) => countsOnly),
  };
}

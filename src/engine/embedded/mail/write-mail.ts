import { formatState, type ChangeKind, type ChangeType, type Mail, type MailWrite } from "./mail";

type Noted = Map<string, { type: ChangeType; objectId: string; kind: ChangeKind }>;

function mergeKind(before: ChangeKind | undefined, kind: ChangeKind): ChangeKind {
  if (kind === "destroyed" || before === undefined) return kind;
  return before === "counted" ? kind : before;
}

function recordChanges({ db, historyLimit }: Mail, accountId: string, noted: Noted): Record<string, string> {
  const account = db
    .query<{ modseq: number }, [string]>("select modseq from accounts where account_id = ?")
    .get(accountId);
  let modseq = account?.modseq ?? 0;
  const changed: Record<string, string> = {};
  const insert = db.query("insert into changes (account_id, modseq, type, object_id, kind) values (?, ?, ?, ?, ?)");
  for (const { type, objectId, kind } of noted.values()) {
    insert.run(accountId, ++modseq, type, objectId, kind);
    changed[type] = formatState(modseq);
  }
  const setState = db.query(
    `insert into type_states (account_id, type, modseq)
     select account_id, type, max(modseq) from changes where account_id = ? and type = ? group by type
     on conflict do update set modseq = excluded.modseq`,
  );
  for (const type of Object.keys(changed)) setState.run(accountId, type);
  db.query("update accounts set modseq = ? where account_id = ?").run(modseq, accountId);
  db.query("delete from changes where account_id = ? and modseq <= ?").run(accountId, modseq - historyLimit);
  return changed;
}

/**
 * Runs `work` in one durable transaction and, after the commit, tells the listeners which types changed. An exception undoes everything.
 * Not to be nested.
 */
export function writeMail<T>(mail: Mail, accountId: string, work: (write: MailWrite) => T): T {
  const noted: Noted = new Map();
  let changed: Record<string, string> = {};
  const result = mail.db
    .transaction(() => {
      const value = work({
        ...mail,
        accountId,
        note(type, objectId, kind) {
          const key = `${type} ${objectId}`;
          const before = noted.get(key)?.kind;
          if (before === "created" && kind === "destroyed") noted.delete(key);
          else noted.set(key, { type, objectId, kind: mergeKind(before, kind) });
        },
      });
      if (noted.size > 0) changed = recordChanges(mail, accountId, noted);
      return value;
    })
    .immediate();
  if (noted.size > 0) for (const listener of mail.listeners) listener({ accountId, changed });
  return result;
}

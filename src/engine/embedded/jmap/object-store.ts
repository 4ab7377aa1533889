import { encodeId, rowId } from "../ids";
import type { ChangeType, Mail, MailWrite } from "../mail/mail";

/** A small JMAP object kept as JSON; `id` is the JMAP id. */
export type StoredObject<T> = { id: string; value: T };

type Row = { id: number; value_json: string };
const toObject = <T>({ id, value_json: json }: Row): StoredObject<T> => ({
  id: encodeId(id),
  value: JSON.parse(json) as T,
});

/** All objects of a type, by sort key, then age. */
export function listObjects<T>({ db }: Mail, accountId: string, type: ChangeType): StoredObject<T>[] {
  return db
    .query<Row, [string, string]>(
      "select id, value_json from objects where account_id = ? and type = ? order by sort_key, id limit 5000",
    )
    .all(accountId, type)
    .map((row) => toObject<T>(row));
}

export function findObject<T>({ db }: Mail, accountId: string, type: ChangeType, id: string): StoredObject<T> | null {
  const row = db
    .query<Row, [string, string, number]>(
      "select id, value_json from objects where account_id = ? and type = ? and id = ?",
    )
    .get(accountId, type, rowId(id) ?? -1);
  return row && toObject<T>(row);
}

/** Adds an object and records its creation. `sortKey` orders lists. */
export function insertObject<T>({ db, accountId, note }: MailWrite, type: ChangeType, value: T, sortKey = 0): string {
  const row = db
    .query<{ id: number }, [string]>(
      "update accounts set next_object_id = next_object_id + 1 where account_id = ? returning next_object_id as id",
    )
    .get(accountId);
  if (!row) throw new Error(`account ${accountId} has not been opened`);
  db.query("insert into objects (account_id, type, id, sort_key, value_json) values (?, ?, ?, ?, ?)").run(
    accountId,
    type,
    row.id,
    sortKey,
    JSON.stringify(value),
  );
  note(type, encodeId(row.id), "created");
  return encodeId(row.id);
}

export function updateObject<T>({ db, accountId, note }: MailWrite, type: ChangeType, id: string, value: T): void {
  db.query("update objects set value_json = ? where account_id = ? and type = ? and id = ?").run(
    JSON.stringify(value),
    accountId,
    type,
    rowId(id) ?? -1,
  );
  note(type, id, "updated");
}

export function deleteObject({ db, accountId, note }: MailWrite, type: ChangeType, id: string): void {
  db.query("delete from objects where account_id = ? and type = ? and id = ?").run(accountId, type, rowId(id) ?? -1);
  note(type, id, "destroyed");
}

import { Database } from "bun:sqlite";
import { join } from "node:path";

export type Body = Record<string, unknown>;
export type StoredObject = { id: number; body: Body };

/** Columns that are searched or linked, beside the JSON text. */
export type Columns = { account?: number; domain?: number; name?: string };

type Row = { id: number; body: string };

const schema = `
  create table if not exists objects (
    kind text not null, id integer not null, account integer, domain integer, name text, body text not null,
    primary key (kind, id)
  ) without rowid;
  create index if not exists objects_account on objects (kind, account) where account is not null;
  create index if not exists objects_domain on objects (domain, kind) where domain is not null;
  create table if not exists sequences (kind text primary key, last integer not null) without rowid;
  create table if not exists domain_names (name text primary key, domain integer not null) without rowid;
  create index if not exists domain_names_domain on domain_names (domain);
  create table if not exists addresses (
    local text not null, domain integer not null, kind text not null, id integer not null, enabled integer not null,
    primary key (local, domain)
  ) without rowid;
  create index if not exists addresses_object on addresses (kind, id);
  create index if not exists addresses_domain on addresses (domain);
`;

/** Registry objects on disk. A change is durable when its transaction returns; `generation` rises with each, for caches. */
export function openRegistryStore(dataDir: string) {
  const db = new Database(join(dataDir, "directory.sqlite"), { create: true, strict: true });
  db.run("pragma journal_mode = wal");
  db.run("pragma synchronous = full");
  db.run(schema);

  const one = db.query<Row, [string, number]>("select id, body from objects where kind = ? and id = ?");
  const all = db.query<Row, [string]>("select id, body from objects where kind = ? order by id desc");
  const ofAccount = db.query<Row, [string, number]>(
    "select id, body from objects where kind = ? and account = ? order by id desc",
  );
  const ofDomain = db.query<Row, [string, number]>(
    "select id, body from objects where kind = ? and domain = ? order by id desc",
  );
  const put = db.query(
    "insert or replace into objects (kind, id, account, domain, name, body) values (?, ?, ?, ?, ?, ?)",
  );
  const drop = db.query("delete from objects where kind = ? and id = ?");
  const bump = db.query<{ last: number }, [string]>(
    "insert into sequences (kind, last) values (?, 1) on conflict (kind) do update set last = last + 1 returning last",
  );

  let generation = 0;
  const read = (row: Row | null): StoredObject | null => row && { id: row.id, body: JSON.parse(row.body) as Body };
  const readAll = (rows: Row[]): StoredObject[] => rows.map((row) => read(row) as StoredObject);

  const find = (kind: string, id: number) => read(one.get(kind, id));

  return {
    db,
    get generation() {
      return generation;
    },
    find,
    /** The body of an object that another row refers to. */
    body(kind: string, id: number): Body {
      const found = find(kind, id);
      if (!found) throw new Error(`${kind} ${id} is referred to but missing`);
      return found.body;
    },
    list: (kind: string) => readAll(all.all(kind)),
    listOfAccount: (kind: string, account: number) => readAll(ofAccount.all(kind, account)),
    listOfDomain: (kind: string, domain: number) => readAll(ofDomain.all(kind, domain)),
    /** Ids are counted up and never used twice. */
    nextId: (kind: string) => (bump.get(kind) as { last: number }).last,
    put(kind: string, id: number, body: Body, columns: Columns = {}) {
      put.run(kind, id, columns.account ?? null, columns.domain ?? null, columns.name ?? null, JSON.stringify(body));
    },
    drop: (kind: string, id: number) => drop.run(kind, id),
    /** Runs `change` as one durable transaction; what it throws undoes it. */
    transaction<T>(change: () => T): T {
      const result = db.transaction(change).immediate();
      generation++;
      return result;
    },
    close: () => db.close(),
  };
}

export type RegistryStore = ReturnType<typeof openRegistryStore>;

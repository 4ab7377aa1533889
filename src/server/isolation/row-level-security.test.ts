import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Transaction } from "../../../db/client";
import { inScope, type Scope } from "../../../db/transaction";
import type postgres from "postgres";
import { joinTenant, testServices } from "../testing";
import { allTables, ownerColumns } from "./testing-all-rows";
import { canary, type TestTenant, tenantWithEverything } from "./testing-two-tenants";

setDefaultTimeout(120_000);

const world = await testServices();
const { owner, services } = world;

/** Work to do, by ids alone: workers take it before they know a tenant. */
const ofNobody = new Set(["jobs"]);

let ours: TestTenant;
let theirs: TestTenant;
let tables: string[];
let columns: { table: string; column: string }[];
/** What tells that a row is theirs: the tenant and its people. */
let theirIds: string[];
beforeAll(async () => {
  ours = await tenantWithEverything(world, "ours.test");
  theirs = await tenantWithEverything(world, "theirs.test", canary);
  tables = (await allTables(owner)).filter((name) => !ofNobody.has(name));
  columns = await ownerColumns(owner);
  const people = await owner.client<{ id: string }[]>`
    select person_id as id from users where tenant_id = ${theirs.ids.tenantId}`;
  theirIds = [theirs.ids.tenantId, ...people.map(({ id }) => id)];
});

const sqlOf = (tx: Transaction) => (tx as unknown as { session: { client: postgres.TransactionSql } }).session.client;
/** The rows that a statement gives back under a scope; none when the database refuses it. */
const rowsUnder = (scope: Scope, statement: (sql: postgres.TransactionSql) => postgres.PendingQuery<postgres.Row[]>) =>
  inScope(services.db, scope, async (tx) => {
    const rows = await statement(sqlOf(tx));
    throw new Undone(rows.map(({ row }) => String(row)));
  }).catch((error: unknown) => {
    if (error instanceof Undone) return error.rows;
    // 42501 row-level security or a missing privilege, 23… a constraint, 55000/P0001 a trigger: refused either way.
    return String((error as { code?: string }).code ?? "");
  });
class Undone extends Error {
  constructor(readonly rows: string[]) {
    super("rolled back");
  }
}
const isTheirs = (row: string) => theirIds.some((id) => row.includes(id)) || row.includes(canary);
const scopes = (): Record<string, Scope> => {
  const { tenantId, personId } = ours.ids;
  return { tenant: { tenantId }, person: { personId }, both: { tenantId, personId } };
};

test("V8.4.1 every table but the queue of work forces row-level security", async () => {
  const open = await owner.client<{ name: string }[]>`
    select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
    and not (relrowsecurity and relforcerowsecurity)`;
  expect(open.map(({ name }) => name)).toEqual([...ofNobody]);
});

test("V8.4.1 the tenants of these tests have a row in every table, so that none is overlooked", async () => {
  for (const table of tables) {
    const rows = await owner.client`select to_jsonb(t)::text as row from ${owner.client(table)} t`;
    expect([table, rows.some(({ row }) => isTheirs(row as string))]).toEqual([table, true]);
  }
});

test("V8.4.1 a query without any filter sees nothing without a tenant, and nothing of another tenant or person", async () => {
  for (const table of tables) {
    expect([
      table,
      await services.db.client`select to_jsonb(t)::text as row from ${services.db.client(table)} t`,
    ]).toEqual([table, [] as never]);
    for (const [name, scope] of Object.entries(scopes())) {
      const rows = await rowsUnder(scope, (sql) => sql`select to_jsonb(t)::text as row from ${sql(table)} t`);
      expect([table, name, typeof rows === "string" ? rows : rows.filter(isTheirs)]).toEqual([table, name, []]);
    }
  }
});

test("V8.4.1 a change without any filter changes nothing of another tenant or person", async () => {
  for (const { table, column } of columns)
    for (const [name, scope] of Object.entries(scopes())) {
      const changed = await rowsUnder(
        scope,
        (sql) => sql`update ${sql(table)} t set ${sql(column)} = ${sql(column)} returning to_jsonb(t)::text as row`,
      );
      const deleted = await rowsUnder(
        scope,
        (sql) => sql`delete from ${sql(table)} t returning to_jsonb(t)::text as row`,
      );
      for (const rows of [changed, deleted])
        expect([table, name, typeof rows === "string" ? [] : rows.filter(isTheirs)]).toEqual([table, name, []]);
    }
});

test("V8.4.1 no row can be given to another tenant or person", async () => {
  const isGivenAway: string[] = [];
  for (const { table, column } of columns) {
    const foreign = column === "person_id" || table === "people" ? theirs.ids.personId : theirs.ids.tenantId;
    const [own] = await owner.client`
      select to_jsonb(t)::text as row from ${owner.client(table)} t
      where ${owner.client(column)} = ${column === "person_id" || table === "people" ? ours.ids.personId : ours.ids.tenantId} limit 1`;
    // Whoever is invited joins a tenant, and a session of a person may stand in any of the person's tenants: held by foreign keys and verbs.
    if (!own || ["users.person_id", "sessions.person_id"].includes(`${table}.${column}`)) continue;
    for (const [name, scope] of Object.entries(scopes())) {
      const given = await rowsUnder(
        scope,
        (sql) => sql`update ${sql(table)} t set ${sql(column)} = ${foreign}::uuid returning to_jsonb(t)::text as row`,
      );
      if (typeof given !== "string" && given.length > 0) isGivenAway.push(`${table} ${column} as ${name}`);
    }
  }
  expect(isGivenAway).toEqual([]);
});

test("V8.4.1 no row can be written for another tenant or person, except a notice, which nobody but its sender's job reads", async () => {
  const written: string[] = [];
  for (const { table, column } of columns) {
    const [copy] = await owner.client<{ row: Record<string, unknown> }[]>`
      select to_jsonb(t) as row from ${owner.client(table)} t where ${owner.client(column)}::text = any(${theirIds}) limit 1`;
    const row = { ...copy!.row, id: Bun.randomUUIDv7() };
    const ownColumns = await owner.client<{ name: string }[]>`select column_name as name
      from information_schema.columns where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`;
    const names = ownColumns.map(({ name: of }) => of);
    for (const [name, scope] of Object.entries(scopes())) {
      const inserted = await rowsUnder(
        scope,
        (sql) => sql`
          insert into ${sql(table)} (${sql(names)}) select ${sql(names)} from jsonb_populate_record(null::${sql(table)}, ${JSON.stringify(row)}::text::jsonb)
          returning ${"written"}::text as row`,
      );
      if (inserted !== "42501") written.push(`${table} as ${name}: ${String(inserted)}`);
    }
  }
  expect(written.filter((line) => !line.startsWith("notices "))).toEqual([]);
});

test("V8.4.1 a sweep reads but changes nothing", async () => {
  for (const table of tables) {
    const changed = await rowsUnder(
      { sweep: true },
      (sql) => sql`delete from ${sql(table)} t returning to_jsonb(t)::text as row`,
    );
    expect([table, typeof changed === "string" ? [] : changed]).toEqual([table, []]);
  }
});

test("V8.4.1 a look-up by something that nobody has finds nothing, and by an address no more than its one row", async () => {
  for (const table of tables) {
    for (const lookup of ["", "%", "' or true --", theirs.ids.tenantId]) {
      const rows = await rowsUnder({ lookup }, (sql) => sql`select to_jsonb(t)::text as row from ${sql(table)} t`);
      expect([table, lookup, rows]).toEqual([table, lookup, []]);
    }
    const rows = await rowsUnder(
      { lookup: "ana@theirs.test" },
      (sql) => sql`select to_jsonb(t)::text as row from ${sql(table)} t`,
    );
    expect([table, rows.length]).toEqual([table, table === "mail_users" ? 1 : 0]);
  }
});

test("V8.4.1 four hundred transactions at once on one pool never see another's rows", async () => {
  const viewer = (await joinTenant(services, ours.ids.tenantId, "viewer")).ctx.actor.personId;
  const scopesOfAll: Scope[] = [
    ...[{ tenantId: ours.ids.tenantId }, { tenantId: theirs.ids.tenantId }],
    ...[{ personId: viewer }, { personId: theirs.ids.personId }, { lookup: "ana@theirs.test" }],
  ];
  const count = (scope: Scope) =>
    rowsUnder(
      scope,
      (sql) => sql`
    select t.id::text as row from (select id from domains union all select id from people union all select id from mail_users) t order by 1`,
    );
  const alone = await Promise.all(scopesOfAll.map(count));
  expect(alone.every(({ length }) => length > 0)).toBe(true);
  const together = await Promise.all(
    Array.from({ length: 400 }, (_, at) => count(scopesOfAll[at % scopesOfAll.length]!)),
  );
  expect(together.every((rows, at) => Bun.deepEquals(rows, alone[at % alone.length]))).toBe(true);
});

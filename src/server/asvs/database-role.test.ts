import { expect, test } from "bun:test";
import { testDatabase } from "../../../db/testing";
import { allTables } from "../isolation/testing-all-rows";

const { db, owner } = await testDatabase();

/** The code of the refusal (PostgreSQL, appendix A), `"done"` without one. */
const outcome = (query: PromiseLike<unknown>) =>
  Promise.resolve(query).then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const insufficientPrivilege = "42501";

test("V13.2.2 the application's role is neither superuser nor free of row-level security, and belongs to no other role", async () => {
  const roles = await owner.client`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = 'deftmail_app'`;
  expect([...roles]).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false },
  ]);
  const memberships = await owner.client`
    select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = 'deftmail_app'`;
  expect([...memberships]).toEqual([]);
});

test("V13.2.2 the application's role owns nothing and cannot change what the tables are", async () => {
  const owned = await owner.client`
    select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'deftmail_app'`;
  expect([...owned]).toEqual([]);
  const { client } = db;
  for (const table of await allTables(owner)) {
    const name = client(table);
    const attempts = [
      client`truncate ${name}`,
      client`alter table ${name} disable row level security`,
      client`create policy open on ${name} for all using (true)`,
      client`drop table ${name}`,
    ];
    for (const attempt of attempts) expect([table, await outcome(attempt)]).toEqual([table, insufficientPrivilege]);
  }
  for (const attempt of [client`create table x (y int)`, client`create schema x`, client`set role postgres`])
    expect(await outcome(attempt)).toBe(insufficientPrivilege);
});

test("V13.2.3 migrations run under another role: their record can be neither read nor written by the application", async () => {
  const [found] = await owner.client<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables where table_name like '%migrations%'`;
  expect(found).toBeDefined();
  const at = db.client.options.parsers && db.client(`${found!.schema}.${found!.name}`);
  for (const attempt of [db.client`delete from ${at}`, db.client`select * from ${at}`])
    expect(await outcome(attempt)).toBe(insufficientPrivilege);
});

test("V6.3.2 a new installation knows nobody: there is no account that came with it", async () => {
  for (const table of await allTables(owner)) {
    const [row] = await owner.client<{ count: string }[]>`select count(*) from ${owner.client(table)}`;
    expect([table, row!.count]).toEqual([table, "0"]);
  }
});

test("V16.4.2 the audit log can be written and read, but neither changed nor emptied", async () => {
  const grants = await owner.client<{ privilege: string }[]>`
    select privilege_type as privilege from information_schema.role_table_grants
    where grantee = 'deftmail_app' and table_name = 'audit_logs' order by 1`;
  expect(grants.map(({ privilege }) => privilege)).toEqual(["INSERT", "SELECT"]);
});

import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { testDatabase } from "./testing";

const { owner } = await testDatabase();
const folder = new URL("./migrations/", import.meta.url).pathname;

/** What one migration does, statement by statement, in a schema of its own. */
async function run(sql: typeof owner.client, tag: string) {
  for (const statement of readFileSync(`${folder}${tag}.sql`, "utf8").split("--> statement-breakpoint"))
    await sql.unsafe(statement.replaceAll('"public".', ""));
}

test("who was a member before persons had accounts of their own keeps password, role, tenant and session", async () => {
  const [tenant, member, session] = [Bun.randomUUIDv7(), Bun.randomUUIDv7(), Bun.randomUUIDv7()];
  await owner.client.begin(async (sql) => {
    // Row-level security binds the owner of the tables as well, unless it is a superuser.
    await sql`do $$ begin create role plain_owner; exception when duplicate_object or unique_violation then null; end $$`;
    await sql`create schema before authorization plain_owner`;
    await sql`set local role plain_owner`;
    await sql`set local search_path to before`;
    for (const tag of ["0000_tables", "0001_isolation"]) await run(sql as never, tag);
    await sql`reset role`;
    await sql`insert into tenants (id, name) values (${tenant}, 'Acme')`;
    await sql`insert into users (id, tenant_id, email, role, password_hash) values (${member}, ${tenant}, 'ana@acme.example', 'admin', 'hash')`;
    await sql`insert into sessions (id, tenant_id, kind, user_id, token_hash, expires_at, ip)
      values (${session}, ${tenant}, 'member', ${member}, 'token', now(), '')`;
    await sql`set local role plain_owner`;
    for (const tag of ["0002_accounts", "0003_members", "0004_account_isolation"]) await run(sql as never, tag);
    await sql`reset role`;
    const [person] = await sql`
      select p.email, p.password_hash, p.email_confirmed_at is not null as confirmed, u.role, s.id as session, t.confirmed_at is not null as open
      from people p join users u on u.person_id = p.id join tenants t on t.id = u.tenant_id join sessions s on s.person_id = p.id`;
    expect(person).toEqual({
      ...{ email: "ana@acme.example", password_hash: "hash", confirmed: true, role: "admin", session, open: true },
    });
  });
});

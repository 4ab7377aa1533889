import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLogs, domains, people, tenants, users } from "./schema";
import { testDatabase } from "./testing";
import { inScope } from "./transaction";

const { db, owner } = await testDatabase();

async function makeTenant(name: string) {
  const tenantId = Bun.randomUUIDv7();
  await inScope(db, { tenantId }, async (tx) => {
    await tx.insert(tenants).values({ id: tenantId, name });
    await tx.insert(domains).values({ tenantId, name: `${name}.test`, proofToken: "t" });
  });
  const personId = Bun.randomUUIDv7();
  await inScope(db, { tenantId, personId }, async (tx) => {
    await tx.insert(people).values({ id: personId, email: `owner@${name}.test` });
    await tx.insert(users).values({ tenantId, personId, role: "owner" });
  });
  return tenantId;
}

const [ours, theirs] = [await makeTenant("ours"), await makeTenant("theirs")];

test("without a tenant not a single row is visible", async () => {
  expect(await db.select().from(domains)).toEqual([]);
  expect(await db.select().from(tenants)).toEqual([]);
});

test("a query that forgot its tenant filter still sees only its own tenant", async () => {
  const rows = await inScope(db, { tenantId: ours }, (tx) => tx.select().from(domains));
  expect(rows.map((row) => row.name)).toEqual(["ours.test"]);
});

test("a row cannot be written for another tenant, nor be moved there", async () => {
  const insert = () =>
    inScope(db, { tenantId: ours }, (tx) =>
      tx.insert(domains).values({ tenantId: theirs, name: "x.test", proofToken: "t" }),
    );
  const move = () => inScope(db, { tenantId: ours }, (tx) => tx.update(domains).set({ tenantId: theirs }));
  for (const refused of [insert, move])
    expect(String(await refused().catch((e: Error) => e.cause ?? e))).toContain("row-level security");
});

test("signing in finds the one member with that address and nobody else", async () => {
  const found = await inScope(db, { lookup: "owner@theirs.test" }, (tx) => tx.select().from(people));
  expect(found.map((row) => row.email)).toEqual(["owner@theirs.test"]);
  const places = await inScope(db, { personId: found[0]!.id }, (tx) =>
    tx
      .select({ tenantId: users.tenantId, name: tenants.name })
      .from(users)
      .innerJoin(tenants, eq(tenants.id, users.tenantId)),
  );
  expect(places).toEqual([{ tenantId: theirs, name: "theirs" }]);
});

test("a tenant can name its own members and nobody else's", async () => {
  const rows = await inScope(db, { tenantId: ours }, (tx) => tx.select().from(people));
  expect(rows.map((row) => row.email)).toEqual(["owner@ours.test"]);
});

test("a sweep reads over all tenants and writes to none", async () => {
  const rows = await inScope(db, { sweep: true }, (tx) => tx.select().from(domains));
  expect(rows.length).toBe(2);
  const changed = await inScope(db, { sweep: true }, (tx) => tx.update(domains).set({ name: "z.test" }).returning());
  expect(changed).toEqual([]);
});

test("concurrent tenants on one pool never see each other", async () => {
  const seen = await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const tenantId = i % 2 ? ours : theirs;
      const rows = await inScope(db, { tenantId }, (tx) => tx.select({ tenantId: domains.tenantId }).from(domains));
      return rows.length === 1 && rows[0]!.tenantId === tenantId;
    }),
  );
  expect(seen.every(Boolean)).toBe(true);
});

test("the audit log can be written but neither changed nor deleted", async () => {
  const row = {
    tenantId: ours,
    actor: "script:x",
    action: "a",
    subjectType: "s",
    subjectId: "1",
    ip: "",
    requestId: "r",
  };
  await inScope(db, { tenantId: ours }, (tx) => tx.insert(auditLogs).values(row));
  for (const act of [
    () => inScope(db, { tenantId: ours }, (tx) => tx.update(auditLogs).set({ action: "b" })),
    () => inScope(db, { tenantId: ours }, (tx) => tx.delete(auditLogs)),
  ])
    expect(String(await act().catch((e: Error) => e.cause ?? e))).toContain("permission denied");
});

test("every table with a tenant column forces row-level security and its role cannot bypass it", async () => {
  const open = await owner.client`
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`;
  expect(open.length).toBe(0);
  const [role] = await owner.client`select rolsuper, rolbypassrls from pg_roles where rolname = 'deftmail_app'`;
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
});

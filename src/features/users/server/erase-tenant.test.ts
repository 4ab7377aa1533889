import { expect, setDefaultTimeout, test } from "bun:test";
import { eq, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import * as schema from "../../../../db/schema";
import { closeTenant } from "~/features/auth/server/tenant/close-tenant";
import { addTenant } from "~/features/auth/server/tenant/add-tenant";
import { inviteMember } from "~/features/auth/server/team/invite-member";
import { parkedName } from "~/features/domains/server/park-name";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { type Ctx, type MemberCtx, systemContext } from "~/server/context";
import { EngineError } from "~/engine/engine-error";
import { testServices } from "~/server/testing";
import { createUser } from "./create-user";
import { eraseTenant } from "./erase-tenant";
import { appliedUser, applyNow, gigabyte, password, tenantWithDomain } from "./testing-users";

setDefaultTimeout(60_000);

const { services, owner: db } = await testServices();
const { directory } = services.engine;
const later = { ...services, now: () => new Date(Date.now() + 31 * 86_400_000) };
const eraser = (tenantId: string, of = later): Ctx => systemContext(of, { job: "tenant.erase" }, tenantId);
const { people, tenants, users, jobs, domains, mailUsers } = schema;

/** A tenant with mail in it that was closed a month ago. */
async function closed(name: string): Promise<MemberCtx> {
  const { ctx, domainId } = await tenantWithDomain(services, name);
  for (const localPart of ["ana", "ben", "cleo"]) await appliedUser(services, ctx, domainId, localPart);
  await inviteMember(ctx, { email: `new@${name}`, role: "viewer" });
  await closeTenant(ctx, { name: "Test" });
  return ctx;
}

/** In which tables something of the tenant is left. */
async function leftOf(tenantId: string): Promise<string[]> {
  const tables = Object.values(schema).filter((one): one is typeof schema.users => "tenantId" in (one as object));
  const found = await Promise.all(
    tables.map(async (table) => {
      const rows = await db
        .select()
        .from(table as PgTable)
        .where(eq(table.tenantId, tenantId));
      return rows.length > 0 ? [getTableName(table)] : [];
    }),
  );
  return found.flat();
}
const inEngine = async (name: string) => [
  await directory.domains.find(name),
  ...(await Promise.all(["ana", "ben", "cleo"].map((who) => directory.accounts.find(`${who}@${name}`)))),
];

test("a closed tenant whose thirty days are over is gone: rows, people, mailboxes, domain and what waited to be done", async () => {
  const { tenantId, actor } = await closed("gone.test");
  expect((await leftOf(tenantId)).length).toBeGreaterThan(6);
  await eraseTenant(eraser(tenantId));
  expect(await leftOf(tenantId)).toEqual([]);
  expect(await inEngine("gone.test")).toEqual([null, null, null, null]);
  expect(await db.select().from(people).where(eq(people.id, actor.personId))).toEqual([]);
  const waiting = (await db.select().from(jobs)).filter(({ payload }) => JSON.stringify(payload).includes(tenantId));
  expect(waiting).toEqual([]);
  await eraseTenant(eraser(tenantId));
});

test("the domain can then be somebody else's, with the same addresses", async () => {
  const { tenantId } = await closed("next.test");
  await eraseTenant(eraser(tenantId));
  const { ctx, domainId } = await tenantWithDomain(services, "next.test");
  expect((await appliedUser(services, ctx, domainId, "ana")).address).toBe("ana@next.test");
});

test.each([true, false])(
  "of a frozen domain nothing is left either, moved aside already: %p, nor is the new owner of its name touched",
  async (isAside) => {
    const name = isAside ? "aside.test" : "staying.test";
    const { tenantId } = await closed(name);
    const [domain] = await db.select().from(domains).where(eq(domains.name, name));
    const { id, engineId } = domain!;
    const frozen = { state: "suspended", frozenUntil: new Date(Date.now() + 90 * 86_400_000) } as const;
    await db.update(domains).set(frozen).where(eq(domains.id, id));
    const parked = sql`${mailUsers.localPart} || '@' || ${parkedName(id)}`;
    await db.update(mailUsers).set({ address: parked }).where(eq(mailUsers.domainId, id));
    if (isAside) {
      await directory.domains.rename({ id: engineId!, name: parkedName(id) });
      await db.update(domains).set({ provenAt: null }).where(eq(domains.id, id));
      await tenantWithDomain(services, name);
    }
    await eraseTenant(eraser(tenantId));
    expect(await leftOf(tenantId)).toEqual([]);
    expect([...(await inEngine(parkedName(id))), ...(await inEngine(name)).slice(1)].filter(Boolean)).toEqual([]);
    expect((await directory.domains.find(name)) !== null).toBe(isAside);
  },
);

test("people who belong to another tenant, too, stay there", async () => {
  const { ctx, domainId } = await tenantWithDomain(services, "two.test");
  await appliedUser(services, ctx, domainId, "ana");
  const { tenantId: second } = await addTenant(ctx, { company: "Second" });
  await closeTenant(ctx, { name: "Test" });
  await eraseTenant(eraser(ctx.tenantId));
  const places = await db.select().from(users).where(eq(users.personId, ctx.actor.personId));
  expect(places.map(({ tenantId }) => tenantId)).toEqual([second]);
});

test("nothing is erased before its time, nor when the tenant was opened again", async () => {
  const { tenantId } = await closed("kept.test");
  await eraseTenant(eraser(tenantId, services));
  await db.update(tenants).set({ state: "active" }).where(eq(tenants.id, tenantId));
  await eraseTenant(eraser(tenantId));
  expect((await inEngine("kept.test")).every(Boolean)).toBe(true);
});

test("what is interrupted half-way goes on where it stopped", async () => {
  const { tenantId } = await closed("cut.test");
  let calls = 0;
  const remove = async (address: string) => {
    if (++calls === 2) throw new EngineError("unavailable", "no answer");
    return directory.accounts.remove(address);
  };
  const engine = { ...services.engine, directory: { ...directory, accounts: { ...directory.accounts, remove } } };
  const failing = eraseTenant(eraser(tenantId, { ...later, engine }));
  expect(await failing.catch((error: unknown) => error)).toBeInstanceOf(EngineError);
  expect(await leftOf(tenantId)).toContain("mail_users");
  await eraseTenant(eraser(tenantId));
  expect([await leftOf(tenantId), await inEngine("cut.test")]).toEqual([[], [null, null, null, null]]);
});

test("a job that comes late does not make anew what is about to be erased", async () => {
  const { ctx, domainId } = await tenantWithDomain(services, "late.test");
  const form = { domainId, localPart: "ana", displayName: "", password, quotaBytes: gigabyte };
  const { id } = await createUser(ctx, form);
  await closeTenant(ctx, { name: "Test" });
  await applyNow(later, ctx, id);
  expect(await directory.accounts.find("ana@late.test")).toBeNull();
});

test("erasing one tenant touches nothing of another", async () => {
  const { ctx: other } = await tenantWithDomain(services, "other.test");
  await activeDomain(services, other, "other-two.test");
  const before = await leftOf(other.tenantId);
  const { tenantId } = await closed("alone.test");
  await eraseTenant(eraser(tenantId));
  expect(await leftOf(other.tenantId)).toEqual(before);
  expect(await directory.domains.find("other.test")).not.toBeNull();
});

import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { addDomain } from "~/features/domains/server/add-domain";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { aliases, domains, groups, mailUsers, tenants } from "../../../../db/schema";
import { CreateUser } from "../schema";
import { createUser } from "./create-user";
import { removeUser } from "./remove-user";
import { gigabyte, jobsOf, password, tenantWithDomain } from "./testing-users";

const { services, owner, logged } = await testServices();
const { ctx, admin, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const form = (localPart: string) => ({ domainId, localPart, displayName: "Ana Ruiz", password, quotaBytes: gigabyte });

test("a new mailbox user is pending, with a job that brings it to the mail server, and audited", async () => {
  const user = await createUser(ctx, form("ana"));
  expect(user).toMatchObject({ address: "ana@acme.test", state: "active", application: "pending", usedBytes: 0 });
  expect(await jobsOf(services, user.id)).toEqual([
    { name: "engine.apply", payload: { tenantId: ctx.tenantId, kind: "mail_user", id: user.id } },
  ]);
  expect(await auditedActions(services, ctx.tenantId)).toContain("user.create");
});

test("an address is written in one way, however it was typed", async () => {
  expect((await createUser(admin, form(" Bea.Lima@ACME.test "))).address).toBe("bea.lima@acme.test");
});

test("the password is kept as a hash only", async () => {
  const user = await createUser(ctx, form("cleo"));
  const [row] = await owner.select().from(mailUsers).where(eq(mailUsers.id, user.id));
  expect(row?.passwordHash).toStartWith("$argon2id$");
  expect(JSON.stringify([row, logged])).not.toContain(password);
});

test("an address can be used once", async () => {
  expect(await refusalOf(createUser(ctx, form("ANA")))).toBe("user.address_taken");
});

test("of many who take the same address at once, one gets it", async () => {
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => refusalOf(createUser(ctx, form("race")))));
  expect(outcomes.filter((outcome) => outcome === "none").length).toBe(1);
});

test("what is no mailbox name, or too easy a password, is refused", async () => {
  expect(await refusalOf(createUser(ctx, form("a..b")))).toBe("user.address_invalid");
  expect(await refusalOf(createUser(ctx, form("x@other.test")))).toBe("user.address_invalid");
  expect(await refusalOf(createUser(ctx, { ...form("dana"), password: "dana@acme.test" }))).toBe("auth.weak_password");
});

test("a domain that is not active yet takes no users", async () => {
  const { id } = await addDomain(ctx, { name: "later.test" });
  expect(await refusalOf(createUser(ctx, { ...form("ana"), domainId: id }))).toBe("domain.not_active");
});

test("a domain whose records are in trouble goes on taking users", async () => {
  await owner.update(domains).set({ state: "broken" }).where(eq(domains.id, domainId));
  expect(await refusalOf(createUser(ctx, form("in-trouble")))).toBe("none");
  await owner.update(domains).set({ state: "active" }).where(eq(domains.id, domainId));
});

test("a viewer may not create users, and nobody may in another tenant's domain", async () => {
  expect(await refusalOf(createUser(viewer, form("eve")))).toBe("auth.role_too_low");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(createUser(stranger, form("eve")))).toBe("domain.not_found");
  expect(await refusalOf(createUser(stranger, { ...form("eve"), domainId: Bun.randomUUIDv7() }))).toBe(
    "domain.not_found",
  );
});

test("the last seat of a plan is given to exactly one of many who ask at once", async () => {
  const small = await tenantWithDomain(services, "small.test");
  await owner.update(tenants).set({ maxMailUsers: 3 }).where(eq(tenants.id, small.ctx.tenantId));
  const ask = (i: number) => createUser(small.ctx, { ...form(`u${i}`), domainId: small.domainId });
  const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => refusalOf(ask(i))));
  expect(outcomes.filter((outcome) => outcome === "none").length).toBe(3);
  expect(outcomes.filter((outcome) => outcome === "tenant.limit_reached").length).toBe(9);
});

test("the mailboxes of a tenant cannot be promised more storage than the plan has", async () => {
  const full = await tenantWithDomain(services, "full.test");
  await owner
    .update(tenants)
    .set({ maxStorageBytes: 2.5 * gigabyte })
    .where(eq(tenants.id, full.ctx.tenantId));
  const ask = (name: string) => refusalOf(createUser(full.ctx, { ...form(name), domainId: full.domainId }));
  expect([await ask("one"), await ask("two"), await ask("three")]).toEqual(["none", "none", "tenant.limit_reached"]);
});

test("the address of a deleted user is nobody else's, and the form says why", async () => {
  const user = await createUser(ctx, form("gone"));
  await removeUser(ctx, { userId: user.id });
  const again = createUser(ctx, form("gone"));
  await expect(again).rejects.toMatchObject({
    ...{ key: "user.address_taken", details: { issues: [{ message: "users.issue_address_deleted" }] } },
  });
});

test("a user without a password is invited: nobody can sign in yet", async () => {
  const { password: _, ...invited } = form("ida");
  expect(await createUser(ctx, invited)).toMatchObject({ isInvited: true, state: "active" });
  expect(await createUser(ctx, form("jon"))).toMatchObject({ isInvited: false });
});

test("an address that is an alias or a group of anybody is taken", async () => {
  const held = { tenantId: ctx.tenantId, domainId };
  const user = await createUser(ctx, form("kim"));
  await owner.insert(aliases).values({ ...held, mailUserId: user.id, address: "sales@acme.test" });
  await owner.insert(groups).values({ ...held, address: "team@acme.test" });
  expect(await refusalOf(createUser(ctx, form("sales")))).toBe("user.address_taken");
  expect(await refusalOf(createUser(ctx, form("team")))).toBe("user.address_taken");
});

test("a domain that is another name for a domain has no addresses of its own", async () => {
  const { id } = await activeDomain(services, ctx, "acme-too.test");
  await owner.update(domains).set({ aliasOfId: domainId }).where(eq(domains.id, id));
  expect(await refusalOf(createUser(ctx, { ...form("ana"), domainId: id }))).toBe("domain.is_alias");
});

test.each([
  { quotaBytes: 0 },
  { quotaBytes: -1 },
  { quotaBytes: 1.5 },
  { quotaBytes: Number.MAX_SAFE_INTEGER },
  { localPart: "" },
  { displayName: "x".repeat(101) },
  { state: "active" },
  { tenantId: "x" },
])("a form with %p is refused before anything is done", (change) => {
  expect(CreateUser.safeParse({ ...form("x"), ...change }).success).toBe(false);
});

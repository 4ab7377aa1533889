import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { appliedUser, tenantWithDomain } from "~/features/users/server/testing-users";
import { memberContext } from "~/server/context";
import { auditedActions, joinTenant, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { tenants } from "../../../../../db/schema";
import { browserOf, linkTo, mailsTo } from "../team/testing-team";
import { closeTenant } from "./close-tenant";
import { lookAtClosure } from "./look-at-closure";
import { reopenTenant } from "./reopen-tenant";
import { applyAll } from "./testing-tenant";

setDefaultTimeout(30_000);

const { services, owner: db } = await testServices();
const { ctx: owner, admin, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const { ctx: partner } = await joinTenant(services, owner.tenantId, "owner");
const { address } = await appliedUser(services, owner, domainId, "ana");
const ownTenant = eq(tenants.id, owner.tenantId);
const access = async () => (await services.engine.directory.accounts.find(address))?.blocks;
const visitor = testBrowser(services);
const reopen = (token: string, at = services) =>
  refusalOf(testBrowser(at).visit((ctx) => reopenTenant(ctx, { token })));

test("V8.2.1 only an owner closes a tenant, and only by its name", async () => {
  for (const ctx of [admin, viewer])
    expect(await refusalOf(closeTenant(ctx, { name: "Test" }))).toBe("auth.role_too_low");
  expect(await refusalOf(closeTenant(owner, { name: "test" }))).toBe("request.invalid");
  expect((await db.select().from(tenants).where(ownTenant))[0]?.state).toBe("active");
});

test("closing signs everybody out, locks the mailboxes, and mails each owner a link that leads back", async () => {
  const [mine, other] = [await browserOf(services, owner), await browserOf(services, viewer)];
  await mine.visit((ctx) => closeTenant(memberContext(ctx), { name: "Test" }));
  expect([await mine.visit((ctx) => ctx.member), await other.visit((ctx) => ctx.member)]).toEqual([null, null]);
  await applyAll(services);
  expect(await access()).toEqual(["signIn", "send"]);
  for (const { actor } of [owner, partner])
    expect(await mailsTo(services, db, actor.email)).toMatchObject([{ kind: "tenant_closed" }]);
  expect(await mailsTo(services, db, admin.actor.email)).toEqual([]);
  const [row] = await db.select().from(tenants).where(ownTenant);
  expect(row!.eraseAt!.getTime() - row!.closedAt!.getTime()).toBe(30 * 86_400_000);
  expect(await auditedActions(services, owner.tenantId)).toContain("tenant.close");
});

test("any owner's link says what it opens, opens it as it was, and then nothing more", async () => {
  const [mine, partners] = [
    await linkTo(services, db, owner.actor.email),
    await linkTo(services, db, partner.actor.email),
  ];
  expect(await visitor.visit((ctx) => lookAtClosure(ctx, { token: mine }))).toMatchObject({ company: "Test" });
  expect(await reopen(partners)).toBe("none");
  await applyAll(services);
  expect(await access()).toEqual([]);
  expect((await db.select().from(tenants).where(ownTenant))[0]).toMatchObject({ state: "active", eraseAt: null });
  expect([await reopen(mine), await reopen(partners)]).toEqual(["auth.link_invalid", "auth.link_invalid"]);
  expect(await auditedActions(services, owner.tenantId)).toContain("tenant.reopen");
});

test("a link is worth nothing after a later closing, after thirty days, and when it was changed", async () => {
  const old = await linkTo(services, db, owner.actor.email);
  await closeTenant({ ...owner, now: () => new Date(Date.now() + 5000) }, { name: "Test" });
  expect(await reopen(old)).toBe("auth.link_invalid");
  const token = await linkTo(services, db, owner.actor.email);
  const late = { ...services, now: () => new Date(Date.now() + 31 * 86_400_000) };
  expect(await reopen(token, late)).toBe("auth.link_invalid");
  expect(await reopen(`${token.slice(0, -2)}xx`)).toBe("auth.link_invalid");
  expect(await reopen(token)).toBe("none");
});

import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { MemberCtx } from "~/server/context";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { people, users } from "../../../../../db/schema";
import { browserOf, mailsTo } from "./testing-team";
import { transferOwnership } from "./transfer-ownership";

const { services, owner: db } = await testServices();
const transfer = (from: MemberCtx, to: MemberCtx) => transferOwnership(from, { memberId: to.actor.memberId });
const rolesOf = async (tenantId: string) =>
  (await db.select().from(users).where(eq(users.tenantId, tenantId)).orderBy(users.id)).map(({ role }) => role);

test("V8.3.2 the new owner owns and the old one is an admin, both at once and in open browsers", async () => {
  const { ctx: owner } = await testMember(services);
  const { ctx: heir } = await joinTenant(services, owner.tenantId, "domain_admin", [Bun.randomUUIDv7()]);
  const browsers = [await browserOf(services, owner), await browserOf(services, heir)];
  await transfer(owner, heir);
  expect(await rolesOf(owner.tenantId)).toEqual(["admin", "owner"]);
  expect(await Promise.all(browsers.map((browser) => browser.visit((ctx) => ctx.member?.role)))).toEqual([
    ...["admin", "owner"],
  ] as never);
  expect(await browsers[1]!.visit((ctx) => ctx.member?.domainIds)).toBeNull();
  expect(await mailsTo(services, db, heir.actor.email)).toMatchObject([{ kind: "role_changed" }]);
  expect(await auditedActions(services, owner.tenantId)).toContain("tenant.transfer");
});

test("it is not given to who has not confirmed an address, nor to a stranger, nor by an admin", async () => {
  const { ctx: owner } = await testMember(services);
  const { ctx: admin } = await joinTenant(services, owner.tenantId, "admin");
  const { ctx: stranger } = await testMember(services);
  await db.update(people).set({ emailConfirmedAt: null }).where(eq(people.id, admin.actor.personId));
  expect(await refusalOf(transfer(owner, admin))).toBe("auth.not_confirmed");
  expect(await refusalOf(transfer(owner, stranger))).toBe("member.not_found");
  expect(await refusalOf(transfer(admin, owner))).toBe("auth.role_too_low");
  expect(await rolesOf(owner.tenantId)).toEqual(["owner", "admin"]);
});

test("who gives it away to two at once gives it to one", async () => {
  const { ctx: owner } = await testMember(services);
  const heirs = [
    await joinTenant(services, owner.tenantId, "admin"),
    await joinTenant(services, owner.tenantId, "viewer"),
  ];
  const outcomes = await Promise.all(heirs.map(({ ctx }) => refusalOf(transfer(owner, ctx))));
  expect(outcomes.toSorted()).toEqual(["auth.role_too_low", "none"]);
  expect((await rolesOf(owner.tenantId)).filter((role) => role === "owner").length).toBe(1);
});

import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { MemberCtx } from "~/server/context";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { apiTokens, people, sessions, users } from "../../../../../db/schema";
import { acceptInvitation } from "./accept-invitation";
import { removeMember } from "./remove-member";
import { browserOf, invited, mailsTo } from "./testing-team";

const { services, owner: db } = await testServices();
const { ctx: owner } = await testMember(services);
const { tenantId } = owner;
const join = async (role: "owner" | "admin" | "viewer") => (await joinTenant(services, tenantId, role)).ctx;
const remove = (ctx: MemberCtx, { actor }: MemberCtx) => removeMember(ctx, { memberId: actor.memberId });

test("V8.3.2 who is removed is out at once: sessions, API tokens and membership are gone, and a mail says so", async () => {
  const member = await join("admin");
  const { memberId, personId, email } = member.actor;
  const browser = await browserOf(services, member);
  await db.insert(apiTokens).values({ tenantId, memberId, name: "x", tokenHash: memberId, hint: "x", scopes: [] });
  await remove(owner, member);
  expect(await browser.visit((ctx) => ctx.member)).toBeNull();
  expect(await db.select().from(apiTokens).where(eq(apiTokens.memberId, memberId))).toEqual([]);
  expect(await db.select().from(sessions).where(eq(sessions.personId, personId))).toEqual([]);
  expect(await mailsTo(services, db, email)).toMatchObject([{ kind: "member_removed", fields: { company: "Test" } }]);
  expect(await auditedActions(services, tenantId)).toContain("member.remove");
});

test("a person who is a member nowhere else is forgotten, and can be invited anew", async () => {
  const member = await join("viewer");
  const { email, personId } = member.actor;
  await remove(owner, member);
  expect(await db.select().from(people).where(eq(people.id, personId))).toEqual([]);
  const token = await invited(services, db, owner, email);
  const browser = await browserOf(services, owner);
  browser.jar.clear();
  const form = { token, name: "Again", password: "a long walk at dusk" };
  expect(await browser.visit((ctx) => acceptInvitation(ctx, form))).toMatchObject({ step: "signed_in" });
});

test("a person who is a member elsewhere keeps account and other sessions", async () => {
  const { ctx: elsewhere } = await testMember(services);
  const { personId, email } = elsewhere.actor;
  const [there, memberId] = [await browserOf(services, elsewhere), Bun.randomUUIDv7()];
  await db.insert(users).values({ id: memberId, tenantId, personId, role: "viewer" });
  await removeMember(owner, { memberId });
  expect(await there.visit((ctx) => ctx.member?.email)).toBe(email);
  expect(await db.select().from(users).where(eq(users.personId, personId))).toMatchObject([
    { tenantId: elsewhere.tenantId },
  ]);
});

test("V8.2.1 admins remove everybody but owners; viewers nobody; nobody removes another tenant's member", async () => {
  const [admin, viewer] = [await join("admin"), await join("viewer")];
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(remove(admin, owner))).toBe("auth.role_too_low");
  expect(await refusalOf(remove(viewer, admin))).toBe("auth.role_too_low");
  expect(await refusalOf(remove(owner, stranger))).toBe("member.not_found");
  expect(await refusalOf(remove(admin, viewer))).toBe("none");
});

test("the last owner cannot be removed; of two who remove each other, one stays", async () => {
  const { ctx: first } = await testMember(services);
  expect(await refusalOf(remove(first, first))).toBe("member.last_owner");
  const second = (await joinTenant(services, first.tenantId, "owner")).ctx;
  const outcomes = await Promise.all([refusalOf(remove(first, second)), refusalOf(remove(second, first))]);
  expect(outcomes.toSorted()).toEqual(["member.last_owner", "none"]);
});

import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { type MemberCtx, memberContext } from "~/server/context";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { users } from "../../../../../db/schema";
import { leaveTeam } from "./leave-team";
import { browserOf } from "./testing-team";

const { services, owner: db } = await testServices();
const ownersOf = (tenantId: string) => db.select().from(users).where(eq(users.tenantId, tenantId));

test("who leaves is signed out, and the log says who left", async () => {
  const { ctx: owner } = await testMember(services);
  const browser = await browserOf(services, (await joinTenant(services, owner.tenantId, "viewer")).ctx);
  const copy = browser.copy();
  await browser.visit((ctx) => leaveTeam(memberContext(ctx)));
  expect([...browser.jar.keys()]).toEqual(["dm_device"]);
  expect(await copy.visit((ctx) => ctx.member)).toBeNull();
  expect(await auditedActions(services, owner.tenantId)).toContain("member.leave");
});

test("the last owner cannot leave, and of the last two who leave at once one is refused", async () => {
  const { ctx: first } = await testMember(services);
  await joinTenant(services, first.tenantId, "admin");
  expect(await refusalOf(leaveTeam(first))).toBe("member.last_owner");
  const second = (await joinTenant(services, first.tenantId, "owner")).ctx;
  const leave = (ctx: MemberCtx) => refusalOf(leaveTeam(ctx));
  expect((await Promise.all([leave(first), leave(second)])).toSorted()).toEqual(["member.last_owner", "none"]);
  expect((await ownersOf(first.tenantId)).filter(({ role }) => role === "owner").length).toBe(1);
});

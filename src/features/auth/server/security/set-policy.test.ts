import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testServices } from "~/server/testing";
import { setPolicy } from "./set-policy";
import { asMember, fromAnywhere, password, testPerson } from "./testing-person";
import { withTotp } from "./testing-factors";
import { users } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { signIn } from "../sign-in";
import { switchTenant } from "../switch-tenant";

const { services } = await testServices();
const on = { requiresSecondFactor: true };

/** A member of the tenant beside its owner, in a browser of their own. */
async function colleague(tenantId: string) {
  const person = await testPerson(services);
  const { personId } = await person.as(async (ctx) => ctx.actor);
  await inScope(services.db, { tenantId }, (tx) => tx.insert(users).values({ tenantId, personId, role: "admin" }));
  await person.browser.visit((ctx) => switchTenant(ctx, { tenantId }));
  return person;
}
const isRestricted = ({ browser }: Awaited<ReturnType<typeof colleague>>) =>
  asMember(browser, async (ctx) => ctx.actor.isRestricted);

test("members without a second factor are restricted at once, and free again when it is no longer asked for", async () => {
  const boss = await testPerson(services);
  const member = await colleague(boss.tenantId);
  await withTotp(boss.as);
  await boss.as((ctx) => setPolicy(ctx, on));
  expect(await isRestricted(member)).toBe(true);
  expect(await isRestricted(boss)).toBe(false);
  await member.browser.visit((ctx) => signIn(fromAnywhere(ctx), { email: member.email, password }));
  expect(await isRestricted(member)).toBe(true);
  await boss.as((ctx) => setPolicy(ctx, { requiresSecondFactor: false }));
  expect(await isRestricted(member)).toBe(false);
  expect((await auditedActions(services, boss.tenantId)).filter((one) => one === "auth.policy_set").length).toBe(2);
});

test("nobody asks of others what they do not do themselves", async () => {
  const boss = await testPerson(services);
  expect(await refusalOf(boss.as((ctx) => setPolicy(ctx, on)))).toBe("auth.second_factor_required");
});

test("only an owner decides", async () => {
  const boss = await testPerson(services);
  for (const role of ["admin", "domain_admin", "viewer"] as const) {
    const { ctx } = await joinTenant(services, boss.tenantId, role);
    expect(await refusalOf(setPolicy(ctx, on))).toBe("auth.role_too_low");
  }
});

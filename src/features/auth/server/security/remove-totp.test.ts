import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { people, recoveryCodes, tenants } from "../../../../../db/schema";
import { signIn } from "../sign-in";
import { removeTotp } from "./remove-totp";
import { asMember, fromAnywhere, password, testPerson } from "./testing-person";
import { withPasskey, withTotp } from "./testing-factors";

const { services, owner } = await testServices();
const remove = (as: Awaited<ReturnType<typeof testPerson>>["as"]) =>
  refusalOf(as((ctx) => removeTotp(ctx, { signOutOthers: false })));

test("without the app the password alone signs in again, and the recovery codes are gone", async () => {
  const { as, email, tenantId } = await testPerson(services);
  const { personId } = await as(async (ctx) => ctx.actor);
  await withTotp(as);
  expect(await remove(as)).toBe("none");
  const answer = await testBrowser(services).visit((ctx) => signIn(fromAnywhere(ctx), { email, password }));
  expect(answer.step).toBe("signed_in");
  expect(await owner.select().from(recoveryCodes).where(eq(recoveryCodes.personId, personId))).toEqual([]);
  expect(await auditedActions(services, tenantId)).toContain("auth.totp_remove");
});

test("where a second factor is asked for, whoever removes the last one may do nothing else, at once and everywhere", async () => {
  const { browser, as, tenantId } = await testPerson(services);
  await withTotp(as);
  await owner.update(tenants).set({ requiresSecondFactor: true }).where(eq(tenants.id, tenantId));
  expect(await asMember(browser, async (ctx) => ctx.actor.isRestricted)).toBe(false);
  expect(await remove(as)).toBe("none");
  expect(await asMember(browser, async (ctx) => ctx.actor.isRestricted)).toBe(true);
});

test("the app can go when a passkey stays", async () => {
  const { browser, as, email } = await testPerson(services);
  await withTotp(as);
  await withPasskey(as);
  await owner.update(people).set({ passwordHash: null }).where(eq(people.email, email));
  expect(await remove(as)).toBe("none");
  expect(await asMember(browser, async (ctx) => ctx.actor.hasSecondFactor)).toBe(true);
});

test("removing what is not there changes nothing", async () => {
  const { as, tenantId } = await testPerson(services);
  expect(await remove(as)).toBe("none");
  expect(await auditedActions(services, tenantId)).not.toContain("auth.totp_remove");
});

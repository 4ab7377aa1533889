import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { notices, people, tenants } from "../../../../../db/schema";
import { signIn } from "../sign-in";
import { beginTotp } from "./begin-totp";
import { confirmTotp } from "./confirm-totp";
import { asMember, fromAnywhere, password, testPerson } from "./testing-person";
import { withTotp } from "./testing-factors";
import { totpCode } from "./totp";

const { services, owner } = await testServices();
let clock = 0;
const timed = { ...services, now: () => new Date(Date.now() + clock) };
const who = (browser: ReturnType<typeof testBrowser>) => browser.visit((ctx) => ctx.member?.email ?? null);

test("an app is in use once a code of it was right; ten recovery codes are shown with it, once", async () => {
  const { as, tenantId, email } = await testPerson(timed);
  const { secret, setup } = await as(beginTotp);
  const confirm = (code: string) => as((ctx) => confirmTotp(ctx, { setup, code, signOutOthers: false }));
  expect(await refusalOf(confirm("000000"))).toBe("auth.second_factor_wrong");
  const [before] = await owner.select().from(people).where(eq(people.email, email));
  expect(before!.sealedTotpSecret).toBeNull();
  const { recoveryCodes } = await confirm(totpCode(secret, timed.now()));
  expect(recoveryCodes?.length).toBe(10);
  expect(await as(async (ctx) => ctx.actor.hasSecondFactor)).toBe(true);
  expect(await auditedActions(services, tenantId)).toContain("auth.totp_add");
  expect((await withTotp(as)).recoveryCodes).toEqual([]);
});

test("the person is told by mail that it was added", async () => {
  const { as, email } = await testPerson(timed);
  await withTotp(as);
  const sent = await owner.select().from(notices).where(eq(notices.recipient, email));
  expect(sent.map(({ kind }) => kind)).toEqual(["second_factor_changed"]);
});

test("V7.4.3 whoever adds a factor may sign out everywhere else, and is asked whether to", async () => {
  const { browser, as, email } = await testPerson(timed);
  const elsewhere = testBrowser(timed);
  await elsewhere.visit((ctx) => signIn(fromAnywhere(ctx), { email, password }));
  await withTotp(as);
  expect(await who(elsewhere)).toBe(email);
  clock += 60_000;
  const { secret, setup } = await as(beginTotp);
  const code = totpCode(secret, timed.now());
  await as((ctx) => confirmTotp(ctx, { setup, code, signOutOthers: true }));
  expect(await who(elsewhere)).toBeNull();
  expect(await who(browser)).toBe(email);
});

test("a secret is only good for the person it was made for, and for half an hour", async () => {
  const [ana, eve] = [await testPerson(timed), await testPerson(timed)];
  const { secret, setup } = await ana.as(beginTotp);
  const confirm = (as: typeof ana.as) =>
    refusalOf(as((ctx) => confirmTotp(ctx, { setup, code: totpCode(secret, timed.now()), signOutOthers: false })));
  expect(await confirm(eve.as)).toBe("auth.sign_in_expired");
  clock += 1_801_000;
  expect(await confirm(ana.as)).toBe("auth.sign_in_expired");
});

test("a member who had to add a factor can do everything again from the next request on", async () => {
  const { browser, as, tenantId, email } = await testPerson(timed);
  await owner.update(tenants).set({ requiresSecondFactor: true }).where(eq(tenants.id, tenantId));
  await browser.visit((ctx) => signIn(fromAnywhere(ctx), { email, password }));
  expect(await asMember(browser, async (ctx) => ctx.actor.isRestricted)).toBe(true);
  await withTotp(as);
  expect(await asMember(browser, async (ctx) => ctx.actor.isRestricted)).toBe(false);
});

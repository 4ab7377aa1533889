import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { until } from "~/lib/testing-until";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { people } from "../../../../db/schema";
import { withTotp } from "./security/testing-factors";
import { fromAnywhere, password, testPerson } from "./security/testing-person";
import { totpCode } from "./security/totp";
import { signIn } from "./sign-in";
import { signInSecondFactor } from "./sign-in-second-factor";

const { services, owner } = await testServices();
let clock = 0;
const timed = { ...services, now: () => new Date(Date.now() + clock) };
const nextStep = () => void (clock += 60_000);

async function guarded() {
  const person = await testPerson(timed);
  const factors = await withTotp(person.as);
  nextStep();
  const first = async (browser = testBrowser(timed)) => {
    expect(await browser.visit((ctx) => signIn(fromAnywhere(ctx), { email: person.email, password }))).toEqual({
      ...{ step: "second_factor", methods: ["totp", "recovery_code"] },
    });
    return browser;
  };
  return { ...person, ...factors, first, code: () => totpCode(factors.secret, timed.now()) };
}
const second = (browser: ReturnType<typeof testBrowser>, code: string) =>
  refusalOf(browser.visit((ctx) => signInSecondFactor(fromAnywhere(ctx), { code })));
const who = (browser: ReturnType<typeof testBrowser>) => browser.visit((ctx) => ctx.member?.email ?? null);

test("the password alone signs nobody in who has a second factor; with a code it does", async () => {
  const { first, code, email, tenantId } = await guarded();
  const browser = await first();
  expect(await who(browser)).toBeNull();
  expect(await second(browser, "000000")).toBe("auth.second_factor_wrong");
  expect(await who(browser)).toBeNull();
  expect(await second(browser, code())).toBe("none");
  expect(await who(browser)).toBe(email);
  expect(await browser.visit((ctx) => ctx.member?.hasSecondFactor)).toBe(true);
  await until(async () => (await auditedActions(services, tenantId)).includes("auth.second_factor_refused"));
});

test("V6.3.4 the password step cannot be skipped, made up or brought from another browser's person", async () => {
  const { code } = await guarded();
  expect(await second(testBrowser(timed), code())).toBe("auth.sign_in_expired");
  expect(await second(testBrowser(timed, { dm_challenge: "made.up.text" }), code())).toBe("auth.sign_in_expired");
  const stranger = await guarded();
  expect(await second(await stranger.first(), code())).toBe("auth.second_factor_wrong");
});

test("the first step is worth nothing after five minutes, after it led in, or with another password", async () => {
  const { first, code, recoveryCodes, email } = await guarded();
  const late = await first();
  clock += 301_000;
  expect(await second(late, code())).toBe("auth.sign_in_expired");
  const browser = await first();
  const copy = browser.copy();
  nextStep();
  expect(await second(browser, code())).toBe("none");
  nextStep();
  expect(await second(copy, code())).toBe("auth.sign_in_expired");
  const stale = await first();
  await owner.update(people).set({ passwordHash: "-" }).where(eq(people.email, email));
  expect(await second(stale, recoveryCodes[0]!.replace("-", ""))).toBe("auth.sign_in_expired");
});

test("V7.2.2 a recovery code signs in once", async () => {
  const { first, recoveryCodes } = await guarded();
  const code = recoveryCodes[3]!.replace("-", "");
  expect(await second(await first(), code)).toBe("none");
  expect(await second(await first(), code)).toBe("auth.second_factor_wrong");
});

test("V6.6.3 guessing codes is slowed down, and the owner still gets in where they were before", async () => {
  const { first, code, browser: ownersBrowser } = await guarded();
  const thief = await first();
  const outcomes: string[] = [];
  for (let i = 0; i < 6; i++) outcomes.push(await second(thief, `00000${i}`));
  expect(outcomes.filter((outcome) => outcome === "auth.second_factor_wrong").length).toBe(5);
  expect(outcomes.at(-1)).toBe("request.too_many");
  expect(await second(await first(), code())).toBe("request.too_many");
  expect(await second(await first(ownersBrowser.copy()), code())).toBe("none");
});

test("V7.2.4 a new session begins at every sign-in, and the one before it ends", async () => {
  const { first, code, browser } = await guarded();
  const before = browser.copy();
  await first(browser);
  expect(await second(browser, code())).toBe("none");
  expect(browser.jar.get("dm_refresh")).not.toBe(before.jar.get("dm_refresh"));
  expect(await who(before)).toBeNull();
});

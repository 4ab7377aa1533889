import { expect, test } from "bun:test";
import { totpCode } from "~/features/auth/server/security/totp";
import { password } from "~/features/users/server/testing-users";
import { suspendUser } from "~/features/users/server/suspend-user";
import { refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { signInMailbox } from "../sign-in-mailbox";
import { testMailboxes } from "../testing-webmail";
import { changeMailPassword } from "./change-mail-password";
import { signInCode } from "./sign-in-code";
import { asMailbox, withMailTotp } from "./testing-mail-security";

let clock = Date.now();
const world = await testServices();
const services = { ...world.services, rateLimit: async () => {}, now: () => new Date(clock) };
const { member, people } = await testMailboxes(services, "codes.test", ["ana", "bea", "cleo"]);
const factors = await withMailTotp(people.ana.browser);
const halfMinute = 30_000;
const firstStep = async (address = people.ana.address, given = password) => {
  const browser = testBrowser(services);
  const answer = await browser.visit((ctx) => signInMailbox(ctx, { address, password: given }));
  return { browser, answer, second: (code: string) => browser.visit((ctx) => signInCode(ctx, { code })) };
};
const nextCode = () => totpCode(factors.secret, new Date((clock += halfMinute)));

test("with a second factor the password alone opens nothing; a code of the app does", async () => {
  const { answer, browser, second } = await firstStep();
  expect([answer, await browser.visit((ctx) => ctx.mailbox)]).toEqual([{ step: "second_factor" }, null]);
  expect(await refusalOf(second("000000"))).toBe("auth.second_factor_wrong");
  expect(await second(nextCode())).toEqual({ address: "ana@codes.test", displayName: "Ana" });
  expect(await browser.visit((ctx) => ctx.mailbox?.address)).toBe("ana@codes.test");
});

test("no code is good twice, neither the one that set the app up nor one that opened another browser", async () => {
  expect(await refusalOf((await firstStep()).second(factors.usedCode))).toBe("auth.second_factor_wrong");
  const code = nextCode();
  const both = await Promise.all([firstStep(), firstStep()]);
  const outcomes = await Promise.all(both.map(({ second }) => refusalOf(second(code))));
  expect(outcomes.toSorted()).toEqual(["auth.second_factor_wrong", "none"]);
});

test("a recovery code opens the mailbox once", async () => {
  const [code = ""] = factors.recoveryCodes.map((text) => text.replace("-", ""));
  expect(await refusalOf((await firstStep()).second(code))).toBe("none");
  expect(await refusalOf((await firstStep()).second(code))).toBe("auth.second_factor_wrong");
});

test("the second step belongs to the browser that took the first, for five minutes, and to that password", async () => {
  expect(await refusalOf(testBrowser(services).visit((ctx) => signInCode(ctx, { code: "123456" })))).toBe(
    "auth.sign_in_expired",
  );
  const late = await firstStep();
  clock += 301_000;
  expect(await refusalOf(late.second(nextCode()))).toBe("auth.sign_in_expired");
  const factorsOfBea = await withMailTotp(people.bea.browser);
  const { second } = await firstStep(people.bea.address);
  const change = { currentPassword: password, newPassword: "another long walk at dawn", removeApps: false };
  await asMailbox(people.bea.browser, (ctx) => changeMailPassword(ctx, change));
  clock += halfMinute;
  expect(await refusalOf(second(totpCode(factorsOfBea.secret, new Date(clock))))).toBe("auth.sign_in_expired");
});

test("who is suspended between the two steps is not let in", async () => {
  const { secret } = await withMailTotp(people.cleo.browser);
  const { second } = await firstStep(people.cleo.address);
  await suspendUser(member, { userId: people.cleo.userId });
  clock += halfMinute;
  expect(await refusalOf(second(totpCode(secret, new Date(clock))))).toBe("user.suspended");
});

test("guessing codes is slowed down", async () => {
  const { browser } = await firstStep();
  const strict = (code: string) =>
    refusalOf(browser.visit((ctx) => signInCode({ ...ctx, rateLimit: world.services.rateLimit }, { code })));
  const outcomes = [];
  for (let at = 0; at < 7; at++) outcomes.push(await strict("000000"));
  expect(outcomes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => "auth.second_factor_wrong"));
  expect(outcomes.slice(5)).toEqual(["request.too_many", "request.too_many"]);
});

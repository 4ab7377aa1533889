import { beforeAll, expect, test } from "bun:test";
import { anonymousContext, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { endSession } from "./end-session";
import { limitSignIn } from "./limit-sign-in";
import { signUp } from "./sign-up";

const { services } = await testServices();
const [email, password] = ["ana@acme.example", "a long walk at dusk"];
const tryFrom = (ip: string, account: string) =>
  refusalOf(limitSignIn({ ...anonymousContext(services), ip }, "member", account));

const owner = testBrowser(services);
beforeAll(async () => {
  await owner.visit((ctx) => signUp(ctx, { company: "Acme", email, password }));
  await owner.visit((ctx) => endSession(ctx, "member"));
});

test("guesses at one account from many places are slowed, and its owner still gets in with a known browser", async () => {
  const outcomes = [];
  for (let i = 0; i < 20; i++) outcomes.push(await tryFrom(`198.51.100.${i}`, email));
  expect(outcomes.indexOf("request.too_many")).toBe(10);
  expect(await refusalOf(owner.visit((ctx) => limitSignIn(ctx, "member", email)))).toBe("none");
});

test("a known browser may guess no more often than a stranger, and not at another account", async () => {
  const thief = owner.copy();
  const outcomes = [];
  for (let i = 0; i < 12; i++) outcomes.push(await refusalOf(thief.visit((ctx) => limitSignIn(ctx, "member", email))));
  expect(outcomes).toContain("request.too_many");
  for (let i = 0; i < 10; i++) await tryFrom(`198.51.100.${i}`, "bea@acme.example");
  const elsewhere = refusalOf(thief.visit((ctx) => limitSignIn(ctx, "member", "bea@acme.example")));
  expect(await elsewhere).toBe("request.too_many");
});

test("a forged word of an earlier sign-in makes no browser known", async () => {
  for (const dm_device of ["", "x", "a.b.c", owner.jar.get("dm_device")!.slice(0, -4)]) {
    const forger = testBrowser(services, { dm_device });
    expect(await refusalOf(forger.visit((ctx) => limitSignIn({ ...ctx, ip: "203.0.113.1" }, "member", email)))).toBe(
      "request.too_many",
    );
  }
});

test("guesses at many accounts from one place are slowed, wherever in its network they come from", async () => {
  const outcomes = [];
  for (let i = 0; i < 40; i++) outcomes.push(await tryFrom(`2001:db8::${i}`, `user${i}@acme.test`));
  expect(outcomes.indexOf("request.too_many")).toBe(30);
});

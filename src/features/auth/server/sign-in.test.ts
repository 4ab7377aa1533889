import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { until } from "~/lib/testing-until";
import { auditedActions, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { sessions, tenants } from "../../../../db/schema";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { medianGap } from "./testing-alike";

const { services, owner } = await testServices();
const account = { email: "ana@acme.example", password: "a long walk at dusk" };
const me = await testBrowser(services).visit((ctx) => signUp(ctx, { ...account, company: "Acme" }));

const attempt = (input: typeof account, ip = "192.0.2.1") =>
  testBrowser(services)
    .visit((ctx) => signIn({ ...ctx, ip }, input))
    .then(() => "in")
    .catch((error: { key: string }) => error.key);

test("the right password signs in, into the member's own tenant", async () => {
  const browser = testBrowser(services);
  expect(await browser.visit((ctx) => signIn(ctx, account))).toEqual({ step: "signed_in", me });
  expect(await browser.visit((ctx) => ctx.member?.tenantId as string)).toBe(me.tenant.id);
  expect(await auditedActions(services, me.tenant.id)).toContain("session.start");
});

test("V6.3.8 a wrong password and an unknown address get the same answer", async () => {
  expect(await attempt({ ...account, password: "wrong" })).toBe("auth.wrong_credentials");
  expect(await attempt({ ...account, email: "nobody@acme.example" })).toBe("auth.wrong_credentials");
});

test("V6.3.8 a wrong password takes as long as an unknown address", async () => {
  const open = { ...services, rateLimit: async () => {} };
  const wrong = (email: string) => () =>
    testBrowser(open)
      .visit((ctx) => signIn(ctx, { email, password: "wrong" }))
      .catch(() => {});
  expect(await medianGap(wrong(account.email), wrong("nobody@acme.example"))).toBeLessThan(0.1);
}, 120_000);

test("a refused sign-in is in the tenant's audit log", async () => {
  await attempt({ ...account, password: "wrong" });
  await until(async () => (await auditedActions(services, me.tenant.id)).includes("auth.sign_in_refused"));
});

test("signing in again in the same browser ends the session that it had", async () => {
  const browser = testBrowser(services);
  await browser.visit((ctx) => signIn(ctx, account));
  const first = browser.copy();
  await browser.visit((ctx) => signIn(ctx, account));
  expect(await first.visit((ctx) => ctx.member)).toBeNull();
  expect(await browser.visit((ctx) => ctx.member?.email)).toBe(account.email);
});

test("a member of a suspended tenant is told so, but only with the right password", async () => {
  const set = (state: "suspended" | "active") =>
    owner.update(tenants).set({ state }).where(eq(tenants.id, me.tenant.id));
  await set("suspended");
  expect(await attempt(account)).toBe("tenant.suspended");
  expect(await attempt({ ...account, password: "wrong" })).toBe("auth.wrong_credentials");
  await set("active");
});

test("guessing at one account is slowed down, from however many addresses", async () => {
  const outcomes: string[] = [];
  for (let i = 0; i < 12; i++)
    outcomes.push(await attempt({ email: "victim@b.example", password: "guess" }, `198.51.100.${i}`));
  expect(outcomes[0]).toBe("auth.wrong_credentials");
  expect(outcomes.at(-1)).toBe("request.too_many");
});

test("guessing from one address is slowed down, at however many accounts", async () => {
  const outcomes: string[] = [];
  for (let i = 0; i < 32; i++)
    outcomes.push(await attempt({ email: `${i}@b.example`, password: "guess" }, "203.0.113.9"));
  expect(outcomes.at(-1)).toBe("request.too_many");
});

test("where a member signed in from is kept with the session", async () => {
  const rows = await owner.select().from(sessions).where(eq(sessions.userId, me.member.id));
  expect(rows[0]).toMatchObject({ kind: "member", userAgent: "test" });
});

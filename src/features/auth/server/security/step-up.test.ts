import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { freshMs } from "~/server/trpc";
import { sessions } from "../../../../../db/schema";
import { asMember, password, testPerson } from "./testing-person";
import { stepUp } from "./step-up";

const { services, owner } = await testServices();
let clock = 0;
const timed = { ...services, now: () => new Date(Date.now() + clock) };

const ageOf = (browser: Parameters<typeof asMember>[0]) =>
  asMember(browser, async (ctx) => ctx.now().getTime() - ctx.actor.authenticatedAt.getTime());

test("V7.5.1 whoever signed in long ago is fresh again by their password, and only by that", async () => {
  const { browser, as, tenantId } = await testPerson(timed);
  clock += freshMs + 60_000;
  expect(await ageOf(browser)).toBeGreaterThan(freshMs);
  expect(await refusalOf(as((ctx) => stepUp(ctx, { password: "wrong" })))).toBe("auth.wrong_credentials");
  expect(await refusalOf(as((ctx) => stepUp(ctx, {})))).toBe("auth.wrong_credentials");
  expect(await ageOf(browser)).toBeGreaterThan(freshMs);
  await as((ctx) => stepUp(ctx, { password }));
  expect(await ageOf(browser)).toBeLessThan(60_000);
  expect(await auditedActions(services, tenantId)).toContain("session.step_up");
});

test("V7.2.4 proving oneself again changes the tokens of the session", async () => {
  const { browser, as } = await testPerson(timed);
  const before = { access: browser.jar.get("dm"), refresh: browser.jar.get("dm_refresh") };
  clock += 30_000;
  await as((ctx) => stepUp(ctx, { password }));
  expect(browser.jar.get("dm")).not.toBe(before.access);
  expect(browser.jar.get("dm_refresh")).not.toBe(before.refresh);
});

test("guessing the password in a stolen session is slowed down, and the owner's other session is not", async () => {
  const { browser, as, email } = await testPerson(timed);
  const outcomes: string[] = [];
  for (let i = 0; i < 11; i++) outcomes.push(await refusalOf(as((ctx) => stepUp(ctx, { password: `guess ${i}` }))));
  expect(outcomes[0]).toBe("auth.wrong_credentials");
  expect(outcomes.at(-1)).toBe("request.too_many");
  const { signIn } = await import("../sign-in");
  await browser.copy().visit((ctx) => signIn(ctx, { email, password }));
});

test("a session that has ended cannot be made fresh", async () => {
  const { as } = await testPerson(timed);
  const { sessionId } = await as(async (ctx) => ctx.actor);
  await owner.delete(sessions).where(eq(sessions.id, sessionId));
  expect(await refusalOf(as((ctx) => stepUp(ctx, { password })))).toBe("auth.required");
});

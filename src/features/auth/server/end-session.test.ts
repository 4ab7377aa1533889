import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { sessions } from "../../../../db/schema";
import { endSession } from "./end-session";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";

const { services, owner } = await testServices();
const account = { email: "ana@acme.example", password: "a long walk at dusk" };
const me = await testBrowser(services).visit((ctx) => signUp(ctx, { ...account, company: "Acme" }));

async function signedIn() {
  const browser = testBrowser(services);
  await browser.visit((ctx) => signIn(ctx, account));
  return browser;
}

test("signing out ends the session: old cookies open nothing, not even an access token that has not expired", async () => {
  const browser = await signedIn();
  const copy = browser.copy();
  await browser.visit((ctx) => endSession(ctx, "member"));
  expect([...browser.jar.keys()]).toEqual(["dm_device"]);
  expect(await copy.visit((ctx) => ctx.member)).toBeNull();
  expect(await auditedActions(services, me.tenant.id)).toContain("session.end");
});

test("signing out of one browser leaves the others signed in", async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  await here.visit((ctx) => endSession(ctx, "member"));
  expect(await there.visit((ctx) => ctx.member?.email)).toBe(account.email);
});

test("open pages of the session are told that it ended", async () => {
  const browser = await signedIn();
  const stop = new AbortController();
  const sessionId = await browser.visit((ctx) => ctx.member!.sessionId);
  const told = (async () => {
    for await (const { topic, subjectId } of services.events.subscribe(me.tenant.id, stop.signal))
      if (topic === "session" && subjectId === sessionId) return true;
  })();
  await browser.visit((ctx) => endSession(ctx, "member"));
  expect(await told).toBe(true);
  stop.abort();
});

test("signing out twice, or without ever having signed in, does no harm", async () => {
  const browser = await signedIn();
  const copy = browser.copy();
  await browser.visit((ctx) => endSession(ctx, "member"));
  await copy.visit((ctx) => endSession(ctx, "member"));
  await testBrowser(services).visit((ctx) => endSession(ctx, "member"));
  const rows = await owner.select().from(sessions).where(eq(sessions.userId, me.member.id));
  expect(rows.length).toBe(2);
});

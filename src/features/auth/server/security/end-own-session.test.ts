import { expect, test } from "bun:test";
import { liveEvents } from "~/server/live";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { users } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { signIn } from "../sign-in";
import { switchTenant } from "../switch-tenant";
import { endOtherSessions } from "./end-other-sessions";
import { endOwnSession } from "./end-own-session";
import { asMember, fromAnywhere, password, testPerson } from "./testing-person";

const { services } = await testServices();
type Person = Awaited<ReturnType<typeof testPerson>>;
type Browser = ReturnType<typeof testBrowser>;

async function oneMore({ email }: Person) {
  const browser = testBrowser(services);
  await browser.visit((ctx) => signIn(fromAnywhere(ctx), { email, password }));
  return browser;
}
const idOf = (browser: Browser) => browser.visit((ctx) => ctx.member!.sessionId);
const isIn = (browser: Browser) => browser.visit((ctx) => ctx.member !== null);
const end = ({ as }: Person, sessionId: string) => refusalOf(as((ctx) => endOwnSession(ctx, { sessionId })));

/** Listens as an open page does; resolves with the last event. */
const lastEvent = (browser: Browser) =>
  asMember(browser, async (ctx) => {
    const events = liveEvents(ctx, new AbortController().signal);
    const first = events.next();
    return { heard: first.then(({ value }) => (value as { topic: string }).topic) };
  });

test("V7.4.1 a browser is signed out from another one: its cookies and its open pages end at once", async () => {
  const person = await testPerson(services);
  const other = await oneMore(person);
  const { heard } = await lastEvent(other);
  expect(await end(person, await idOf(other))).toBe("none");
  expect(await heard).toBe("session");
  expect(await isIn(other)).toBe(false);
  expect(await isIn(person.browser)).toBe(true);
  expect(await auditedActions(services, person.tenantId)).toContain("session.revoke");
});

test("another person's session cannot be ended, and looks like one that is not there", async () => {
  const [ana, eve] = [await testPerson(services), await testPerson(services)];
  expect(await end(eve, await idOf(ana.browser))).toBe("session.not_found");
  expect(await end(eve, Bun.randomUUIDv7())).toBe("session.not_found");
  expect(await isIn(ana.browser)).toBe(true);
});

test("V7.4.5 signing out everywhere else ends the sessions in all tenants, streams included", async () => {
  const [person, host] = [await testPerson(services), await testPerson(services)];
  const { personId } = await person.as(async (ctx) => ctx.actor);
  await inScope(services.db, { tenantId: host.tenantId }, (tx) =>
    tx.insert(users).values({ tenantId: host.tenantId, personId, role: "viewer" }),
  );
  const there = await oneMore(person);
  await there.visit((ctx) => switchTenant(ctx, { tenantId: host.tenantId }));
  const { heard } = await lastEvent(there);
  await person.as(endOtherSessions);
  expect(await heard).toBe("session");
  expect([await isIn(there), await isIn(person.browser), await isIn(host.browser)]).toEqual([false, true, true]);
});

test("whoever ends the session that they are in is signed out here", async () => {
  const person = await testPerson(services);
  expect(await end(person, await idOf(person.browser))).toBe("none");
  expect([...person.browser.jar.keys()]).toEqual(["dm_device"]);
});

import { expect, test } from "bun:test";
import { memberContext } from "~/server/context";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { endSession } from "./end-session";
import { renewSession } from "./renew-session";
import { startSession } from "./start-session";

const { services: present } = await testServices();
let aheadMs = 0;
const services = { ...present, now: () => new Date(Date.now() + aheadMs) };
const { ctx } = await testMember(services);

async function signedInBrowser() {
  const browser = testBrowser(services);
  const { kind: _, email, ...actor } = ctx.actor;
  const place = { ...actor, tenantId: ctx.tenantId, asksForFactor: false };
  await browser.visit((context) => startSession(context, { kind: "member", email, ...place }));
  return browser;
}

test("a session that is renewed goes on with new tokens, and the old ones are replaced in the browser", async () => {
  const browser = await signedInBrowser();
  const before = new Map(browser.jar);
  aheadMs += 60_000;
  await browser.visit((context) => renewSession(memberContext(context)));
  expect(browser.jar.get("dm_refresh")).not.toBe(before.get("dm_refresh"));
  expect(await browser.visit((context) => context.member?.memberId)).toBe(ctx.actor.memberId);
});

test("a session that ended meanwhile is not renewed", async () => {
  const browser = await signedInBrowser();
  const held = await browser.visit((context) => memberContext(context));
  await browser.copy().visit((context) => endSession(context, "member"));
  expect(await refusalOf(renewSession(held))).toBe("auth.required");
});

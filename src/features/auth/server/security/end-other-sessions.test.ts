import { expect, test } from "bun:test";
import { auditedActions, testServices } from "~/server/testing";
import { endOtherSessions } from "./end-other-sessions";
import { testPerson } from "./testing-person";

const { services } = await testServices();

test("signing out everywhere else keeps this browser in, and is written down once", async () => {
  const { browser, as, tenantId, email } = await testPerson(services);
  await as(endOtherSessions);
  expect(await browser.visit((ctx) => ctx.member?.email)).toBe(email);
  expect((await auditedActions(services, tenantId)).filter((one) => one === "session.revoke_others").length).toBe(1);
});

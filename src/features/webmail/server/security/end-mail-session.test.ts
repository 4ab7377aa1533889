import { expect, test } from "bun:test";
import { password } from "~/features/users/server/testing-users";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { signInMailbox } from "../sign-in-mailbox";
import { testMailboxes } from "../testing-webmail";
import { endMailSession } from "./end-mail-session";
import { listMailSessions } from "./list-mail-sessions";
import { asMailbox } from "./testing-mail-security";

const { services } = await testServices();
const { member, people } = await testMailboxes(services, "end.test", ["ana", "bea"]);
const { browser, address } = people.ana;

test("a browser that is signed out from another one is out at once; nobody signs another mailbox out", async () => {
  const other = testBrowser(services);
  await other.visit((ctx) => signInMailbox(ctx, { address, password }));
  const { items } = await asMailbox(browser, (ctx) => listMailSessions(ctx, { limit: 5 }));
  const { id: sessionId } = items.find(({ isThisOne }) => !isThisOne)!;
  const foreign = asMailbox(people.bea.browser, (ctx) => endMailSession(ctx, { sessionId }));
  expect(await refusalOf(foreign)).toBe("session.not_found");
  await asMailbox(browser, (ctx) => endMailSession(ctx, { sessionId }));
  expect([await other.visit((ctx) => ctx.mailbox), await browser.visit((ctx) => ctx.mailbox?.address)]).toEqual([
    ...[null, address],
  ]);
  expect(await auditedActions(services, member.tenantId)).toContain("session.revoke");
});

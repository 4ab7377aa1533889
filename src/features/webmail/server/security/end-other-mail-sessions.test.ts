import { expect, test } from "bun:test";
import { password } from "~/features/users/server/testing-users";
import { auditedActions, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { signInMailbox } from "../sign-in-mailbox";
import { testMailboxes } from "../testing-webmail";
import { endOtherMailSessions } from "./end-other-mail-sessions";
import { asMailbox } from "./testing-mail-security";

const { services } = await testServices();
const { member, people } = await testMailboxes(services, "others.test", ["ana", "bea"]);
const { browser, address } = people.ana;

test("all other browsers of the mailbox are signed out, this one and other people's are not", async () => {
  const other = testBrowser(services);
  await other.visit((ctx) => signInMailbox(ctx, { address, password }));
  await asMailbox(browser, endOtherMailSessions);
  const open = [other, browser, people.bea.browser].map((one) => one.visit((ctx) => ctx.mailbox !== null));
  expect(await Promise.all(open)).toEqual([false, true, true]);
  expect(await auditedActions(services, member.tenantId)).toContain("session.revoke_others");
});

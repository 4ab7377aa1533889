import { expect, test } from "bun:test";
import { applyNow, password } from "~/features/users/server/testing-users";
import { sendReset } from "~/features/users/server/access/send-reset";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { listMailboxes } from "../list-mailboxes";
import { signInMailbox } from "../sign-in-mailbox";
import { testMailboxes } from "../testing-webmail";
import { changeMailPassword } from "./change-mail-password";
import { openMailboxLink } from "./open-mailbox-link";
import { asMailbox, programGetsIn } from "./testing-mail-security";

const { services, engineUrl } = await testServices();
const { member, people } = await testMailboxes(services, "change.test", ["ana"]);
const { browser, address, userId } = people.ana;
const newPassword = "two long walks at dawn";
const change = (currentPassword: string, wanted: string) =>
  asMailbox(browser, (ctx) => changeMailPassword(ctx, { currentPassword, newPassword: wanted, removeApps: false }));

test("a wrong old password and an easy new one change nothing", async () => {
  expect(await refusalOf(change("wrong", newPassword))).toBe("auth.wrong_credentials");
  expect(await refusalOf(change(password, "ana@change.test"))).toBe("auth.weak_password");
});

test("the new password counts, other browsers and stolen tokens of this one are out, this one reads on, and a link that was given is worth nothing", async () => {
  const other = testBrowser(services);
  await other.visit((ctx) => signInMailbox(ctx, { address, password }));
  const { link } = await sendReset(member, { userId, toRecovery: false });
  const stolen = browser.copy();
  await change(password, newPassword);
  expect(await other.visit((ctx) => ctx.mailbox)).toBeNull();
  expect(await stolen.visit((ctx) => ctx.mailbox)).toBeNull();
  expect((await asMailbox(browser, (ctx) => listMailboxes(ctx))).mailboxes.length).toBeGreaterThan(0);
  const look = testBrowser(services).visit((ctx) => openMailboxLink(ctx, { token: link!.split("#")[1]! }));
  expect(await refusalOf(look)).toBe("auth.link_invalid");
  expect(await auditedActions(services, member.tenantId)).toContain("access.change_password");
  await applyNow(services, member, userId);
  expect(await programGetsIn(engineUrl, address, newPassword)).toBe(true);
  expect(await programGetsIn(engineUrl, address, password)).toBe(false);
});

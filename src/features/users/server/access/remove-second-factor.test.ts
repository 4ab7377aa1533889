import { expect, test } from "bun:test";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { withMailTotp, withRecovery } from "~/features/webmail/server/security/testing-mail-security";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { mailboxRecoveryCodes } from "../../../../../db/schema";
import { password } from "../testing-users";
import { removeSecondFactor } from "./remove-second-factor";

const { services, owner } = await testServices();
const { member, people } = await testMailboxes(services, "lost.test", ["ana"]);
const { userId, browser, address } = people.ana;
await withMailTotp(browser);
await withRecovery(owner, userId, "ana@private.example");

test("a viewer and another tenant take nobody's second factor away", async () => {
  const viewer = (await joinTenant(services, member.tenantId, "viewer")).ctx;
  expect(await refusalOf(removeSecondFactor(viewer, { userId }))).toBe("auth.role_too_low");
  expect(await refusalOf(removeSecondFactor((await testMember(services)).ctx, { userId }))).toBe("user.not_found");
});

test("who lost the phone gets in by password again; all browsers are signed out, and the user is told", async () => {
  await removeSecondFactor(member, { userId });
  expect(await browser.visit((ctx) => ctx.mailbox)).toBeNull();
  const { step } = await testBrowser(services).visit((ctx) => signInMailbox(ctx, { address, password }));
  expect([step, await owner.select().from(mailboxRecoveryCodes)]).toEqual(["signed_in", []]);
  const [mail] = await mailedTo(services, owner, "ana@private.example");
  expect(mail?.text).toContain("An administrator removed the authenticator app");
  expect(await auditedActions(services, member.tenantId)).toContain("access.remove_factor");
});

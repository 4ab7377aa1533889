import { expect, test } from "bun:test";
import { signInMailbox } from "~/features/webmail/server/sign-in-mailbox";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { findMailboxLink } from "./access/mailbox-link";
import { sendReset } from "./access/send-reset";
import { setPassword } from "./set-password";
import { appliedUser, password, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const user = await appliedUser(services, ctx, domainId, "ana");
const signIn = (given: string) => {
  const browser = testBrowser(services);
  return { browser, done: browser.visit((as) => signInMailbox(as, { address: user.address, password: given })) };
};

test("a new password counts at once, the old one no longer, and whoever was signed in is out", async () => {
  const before = signIn(password);
  await before.done;
  await setPassword(ctx, { userId: user.id, password: "two long walks at dawn" });
  expect(await before.browser.visit((as) => as.mailbox)).toBeNull();
  expect(await refusalOf(signIn(password).done)).toBe("auth.wrong_credentials");
  expect(await refusalOf(signIn("two long walks at dawn").done)).toBe("none");
});

test("the audit log says that a password was set, and not which", async () => {
  await setPassword(ctx, { userId: user.id, password: "three long walks at noon" });
  expect(await auditedActions(services, ctx.tenantId)).toContain("user.set_password");
  const log = JSON.stringify(await owner.execute("select * from audit_logs"));
  expect(log).not.toMatch(/long walks|argon2/);
});

test("a link for a password that was given out before is worth nothing afterwards", async () => {
  const { link } = await sendReset(ctx, { userId: user.id, toRecovery: false });
  await setPassword(ctx, { userId: user.id, password: "four long walks at night" });
  expect(await refusalOf(findMailboxLink(services, link!.split("#")[1]!))).toBe("auth.link_invalid");
});

test("an easy password is refused", async () => {
  expect(await refusalOf(setPassword(ctx, { userId: user.id, password: "ana@acme.test" }))).toBe("auth.weak_password");
});

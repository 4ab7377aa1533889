import { expect, test } from "bun:test";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { createUser } from "~/features/users/server/create-user";
import { inviteUser } from "~/features/users/server/access/invite-user";
import { sendReset } from "~/features/users/server/access/send-reset";
import { applyNow, gigabyte, password } from "~/features/users/server/testing-users";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { signInMailbox } from "../sign-in-mailbox";
import { testMailboxes } from "../testing-webmail";
import { createAppPassword } from "./create-app-password";
import { setByLink } from "./set-by-link";
import { asMailbox, programGetsIn, withMailTotp, withRecovery } from "./testing-mail-security";

const world = await testServices();
const { owner, engineUrl } = world;
const services = { ...world.services, rateLimit: async () => {} };
const { member, domainId, people } = await testMailboxes(services, "links.test", ["ana", "bea", "cleo"]);
const newPassword = "two long walks at dawn";
const use = (token: string, given = newPassword, removeApps = false) =>
  testBrowser(services).visit((ctx) => setByLink(ctx, { token, password: given, removeApps }));
const tokenOf = ({ link }: { link: string | null }) => link!.split("#")[1]!;
const resetOf = async (userId: string) => tokenOf(await sendReset(member, { userId, toRecovery: false }));
const signIn = (address: string, given = newPassword) =>
  testBrowser(services).visit((ctx) => signInMailbox(ctx, { address, password: given }));

test("an invited person chooses the password and signs in; the link works once, also when it is used twice at a time", async () => {
  const input = { domainId, localPart: "eve", displayName: "Eve", quotaBytes: gigabyte };
  const { id: userId, address } = await createUser(member, input);
  await applyNow(services, member, userId);
  const token = tokenOf(await inviteUser(member, { userId }));
  const outcomes = await Promise.all([refusalOf(use(token)), refusalOf(use(token))]);
  expect(outcomes.toSorted()).toEqual(["auth.link_invalid", "none"]);
  expect((await signIn(address)).step).toBe("signed_in");
  expect(await auditedActions(services, member.tenantId)).toContain("access.set_password");
  await applyNow(services, member, userId);
  expect(await programGetsIn(engineUrl, address, newPassword)).toBe(true);
});

test("a password that says who one is, or that everybody tries, is refused, and the link stays good", async () => {
  const token = await resetOf(people.ana.userId);
  for (const weak of ["ana@links.test", "links.test1", "1234567890", "qwertyuiop", "short", "passwordpassword"])
    expect([weak, await refusalOf(use(token, weak))]).toEqual([weak, "auth.weak_password"]);
  expect(await refusalOf(use(token))).toBe("none");
});

test("a new password ends every session, the user is told at the recovery address, and app passwords stay unless they are given up", async () => {
  const { browser, address, userId } = people.bea;
  await withRecovery(owner, userId, "bea@private.example");
  const { secret } = await asMailbox(browser, (ctx) =>
    createAppPassword(ctx, { name: "Phone", scope: "mail", days: null }),
  );
  await use(await resetOf(userId));
  expect(await browser.visit((ctx) => ctx.mailbox)).toBeNull();
  expect(await programGetsIn(engineUrl, address, secret)).toBe(true);
  expect((await mailedTo(services, owner, "bea@private.example")).at(-1)!.text).toContain("app passwords of phones");
  await use(await resetOf(userId), "three long walks at noon", true);
  expect(await programGetsIn(engineUrl, address, secret)).toBe(false);
  expect((await mailedTo(services, owner, "bea@private.example")).at(-1)!.text).toContain(
    "every app password was removed",
  );
});

test("a link does not go around a second factor", async () => {
  await withMailTotp(people.cleo.browser);
  await use(await resetOf(people.cleo.userId));
  expect(await signIn(people.cleo.address)).toEqual({ step: "second_factor" });
  expect(await refusalOf(signIn(people.cleo.address, password))).toBe("auth.wrong_credentials");
});

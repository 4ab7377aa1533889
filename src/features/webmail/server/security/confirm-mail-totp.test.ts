import { expect, test } from "bun:test";
import { applyNow, password } from "~/features/users/server/testing-users";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { beginMailTotp } from "./begin-mail-totp";
import { confirmMailTotp } from "./confirm-mail-totp";
import { createAppPassword } from "./create-app-password";
import { getMailSecurity } from "./get-mail-security";
import { asMailbox, programGetsIn, withMailTotp } from "./testing-mail-security";

const { services, owner, engineUrl } = await testServices();
const { member, people } = await testMailboxes(services, "factor.test", ["ana", "bea"]);
const { browser, address, userId } = people.ana;

test("without a right code nothing changes, and nobody can use what another was shown", async () => {
  const { setup } = await asMailbox(browser, beginMailTotp);
  const given = { setup, code: "000000", signOutOthers: false };
  expect(await refusalOf(asMailbox(browser, (ctx) => confirmMailTotp(ctx, given)))).toBe("auth.second_factor_wrong");
  expect(await refusalOf(asMailbox(people.bea.browser, (ctx) => confirmMailTotp(ctx, given)))).toBe(
    "auth.sign_in_expired",
  );
  expect((await asMailbox(browser, getMailSecurity)).hasTotp).toBe(false);
});

test("with a second factor the password lets no program in any more, an app password does", async () => {
  const { secret: app } = await asMailbox(browser, (ctx) =>
    createAppPassword(ctx, { name: "Phone", scope: "mail", days: null }),
  );
  expect(await programGetsIn(engineUrl, address, password)).toBe(true);
  const { recoveryCodes, secret } = await withMailTotp(browser);
  await applyNow(services, member, userId);
  expect(await programGetsIn(engineUrl, address, password)).toBe(false);
  expect(await programGetsIn(engineUrl, address, app)).toBe(true);
  expect(await asMailbox(browser, getMailSecurity)).toMatchObject({ hasTotp: true, recoveryCodesLeft: 10 });
  const rows = JSON.stringify(await owner.execute("select * from mail_users, mailbox_recovery_codes"));
  expect(
    [secret, ...recoveryCodes].filter((text) => rows.includes(text) || rows.includes(text.replace("-", ""))),
  ).toEqual([]);
  expect(await auditedActions(services, member.tenantId)).toContain("access.add_factor");
});

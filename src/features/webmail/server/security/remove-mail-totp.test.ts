import { expect, test } from "bun:test";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { applyNow, password } from "~/features/users/server/testing-users";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { signInMailbox } from "../sign-in-mailbox";
import { testMailboxes } from "../testing-webmail";
import { getMailSecurity } from "./get-mail-security";
import { removeMailTotp } from "./remove-mail-totp";
import { asMailbox, programGetsIn, withMailTotp, withRecovery } from "./testing-mail-security";

const { services, owner, engineUrl } = await testServices();
const { member, people } = await testMailboxes(services, "remove.test", ["ana"]);
const { browser, address, userId } = people.ana;
const remove = (later = 0) =>
  asMailbox(browser, (ctx) =>
    removeMailTotp({ ...ctx, now: () => new Date(Date.now() + later) }, { signOutOthers: false }),
  );

test("the second factor goes with its recovery codes, after who asks for it has proven who they are; the user is told", async () => {
  await withMailTotp(browser);
  await withRecovery(owner, userId, "ana@private.example");
  expect(await refusalOf(remove(601_000))).toBe("auth.reauth_required");
  await remove();
  expect(await asMailbox(browser, getMailSecurity)).toMatchObject({ hasTotp: false, recoveryCodesLeft: 0 });
  const { step } = await testBrowser(services).visit((ctx) => signInMailbox(ctx, { address, password }));
  expect(step).toBe("signed_in");
  await applyNow(services, member, userId);
  expect(await programGetsIn(engineUrl, address, password)).toBe(true);
  expect((await mailedTo(services, owner, "ana@private.example")).map(({ kind }) => kind)).toEqual(["mailbox_changed"]);
});

test("without a second factor nothing happens", async () => {
  const before = (await auditedActions(services, member.tenantId)).length;
  await remove();
  expect((await auditedActions(services, member.tenantId)).length).toBe(before);
});

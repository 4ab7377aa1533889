import { expect, test } from "bun:test";
import { createAppPassword } from "~/features/webmail/server/security/create-app-password";
import { asMailbox, programGetsIn } from "~/features/webmail/server/security/testing-mail-security";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { revokeAppPassword } from "./revoke-app-password";

const { services, engineUrl } = await testServices();
const { member, people } = await testMailboxes(services, "apps.test", ["ana", "bea"]);
const { userId, browser, address } = people.ana;
const { id: appPasswordId, secret } = await asMailbox(browser, (ctx) =>
  createAppPassword(ctx, { name: "Phone", scope: "mail", days: null }),
);

test("a viewer, another tenant, and the wrong user's name remove nothing", async () => {
  const viewer = (await joinTenant(services, member.tenantId, "viewer")).ctx;
  expect(await refusalOf(revokeAppPassword(viewer, { userId, appPasswordId }))).toBe("auth.role_too_low");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(revokeAppPassword(stranger, { userId, appPasswordId }))).toBe("user.not_found");
  const other = revokeAppPassword(member, { userId: people.bea.userId, appPasswordId });
  expect(await refusalOf(other)).toBe("app_password.not_found");
  expect(await programGetsIn(engineUrl, address, secret)).toBe(true);
});

test("an admin removes the app password of a lost phone, which is out at once", async () => {
  await revokeAppPassword(member, { userId, appPasswordId });
  expect(await programGetsIn(engineUrl, address, secret)).toBe(false);
  expect(await auditedActions(services, member.tenantId)).toContain("access.revoke_app");
});

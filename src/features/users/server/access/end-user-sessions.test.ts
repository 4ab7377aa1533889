import { expect, test } from "bun:test";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { endUserSessions } from "./end-user-sessions";
import { getAccess } from "./get-access";

const { services } = await testServices();
const { member, people } = await testMailboxes(services, "out.test", ["ana", "bea"]);
const { userId, browser } = people.ana;

test("a viewer and another tenant sign nobody out", async () => {
  const viewer = (await joinTenant(services, member.tenantId, "viewer")).ctx;
  expect(await refusalOf(endUserSessions(viewer, { userId }))).toBe("auth.role_too_low");
  expect(await refusalOf(endUserSessions((await testMember(services)).ctx, { userId }))).toBe("user.not_found");
});

test("an admin signs one user out everywhere, and nobody else", async () => {
  await endUserSessions(member, { userId });
  expect(await browser.visit((ctx) => ctx.mailbox)).toBeNull();
  expect((await getAccess(member, { userId })).openSessions).toBe(0);
  expect(await people.bea.browser.visit((ctx) => ctx.mailbox?.address)).toBe("bea@out.test");
  expect(await auditedActions(services, member.tenantId)).toContain("access.end_sessions");
});

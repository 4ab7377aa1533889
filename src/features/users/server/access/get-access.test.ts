import { expect, test } from "bun:test";
import { testMailboxes } from "~/features/webmail/server/testing-webmail";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { getAccess } from "./get-access";

const { services } = await testServices();
const { member, people } = await testMailboxes(services, "access.test", ["ana"]);
const { userId } = people.ana;

test("an admin sees when and from where somebody signed in, and which ways in there are, without any secret", async () => {
  const access = await getAccess(member, { userId });
  expect(access).toMatchObject({
    ...{ hasSecondFactor: false, recoveryEmail: null, link: null, appPasswords: [], openSessions: 1 },
    networks: [{ network: "192.0.2.0/24" }],
  });
  expect(Date.now() - Date.parse(access.lastSignInAt!)).toBeLessThan(60_000);
  expect(access.passwordSetAt).not.toBeNull();
});

test("a viewer may look; another tenant, and who looks after other domains, may not; looking leaves no trace", async () => {
  const before = (await auditedActions(services, member.tenantId)).length;
  const viewer = (await joinTenant(services, member.tenantId, "viewer")).ctx;
  const elsewhere = (await joinTenant(services, member.tenantId, "domain_admin", [Bun.randomUUIDv7()])).ctx;
  expect(await refusalOf(getAccess(viewer, { userId }))).toBe("none");
  expect(await refusalOf(getAccess(elsewhere, { userId }))).toBe("user.not_found");
  expect(await refusalOf(getAccess((await testMember(services)).ctx, { userId }))).toBe("user.not_found");
  expect((await auditedActions(services, member.tenantId)).length).toBe(before);
});

import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { inviteMember } from "./invite-member";
import { lookAtInvitation } from "./look-at-invitation";
import { linkTo } from "./testing-team";
import { withdrawInvitation } from "./withdraw-invitation";

const { services, owner: db } = await testServices();
const { ctx: owner } = await testMember(services);
const email = "new@team.example";

test("an invitation that was taken back opens nothing any more", async () => {
  const invitation = await inviteMember(owner, { email, role: "viewer" });
  const token = await linkTo(services, db, email);
  await withdrawInvitation(owner, invitation);
  const looked = testBrowser(services).visit((ctx) => lookAtInvitation(ctx, { token }));
  expect(await refusalOf(looked)).toBe("auth.link_invalid");
  expect(await refusalOf(withdrawInvitation(owner, invitation))).toBe("invitation.not_found");
  expect(await auditedActions(services, owner.tenantId)).toContain("invitation.withdraw");
});

test("V8.2.1 an admin does not take an owner's invitation back, a viewer none, a stranger finds none", async () => {
  const forOwner = await inviteMember(owner, { email, role: "owner" });
  const { ctx: admin } = await joinTenant(services, owner.tenantId, "admin");
  const { ctx: viewer } = await joinTenant(services, owner.tenantId, "viewer");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(withdrawInvitation(admin, forOwner))).toBe("auth.role_too_low");
  expect(await refusalOf(withdrawInvitation(viewer, forOwner))).toBe("auth.role_too_low");
  expect(await refusalOf(withdrawInvitation(stranger, forOwner))).toBe("invitation.not_found");
});

import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { invitations } from "../../../../../db/schema";
import { inviteMember } from "./invite-member";
import { lookAtInvitation } from "./look-at-invitation";
import { resendInvitation } from "./resend-invitation";
import { linkTo } from "./testing-team";

const { services, owner: db } = await testServices();
const { ctx: owner } = await testMember(services);
const { ctx: admin } = await joinTenant(services, owner.tenantId, "admin");
const email = "new@team.example";
const invitation = await inviteMember(owner, { email, role: "viewer" });
const look = (token: string) => refusalOf(testBrowser(services).visit((ctx) => lookAtInvitation(ctx, { token })));

test("a new mail brings a new link for seven days, and the old one opens nothing", async () => {
  const old = await linkTo(services, db, email);
  await db
    .update(invitations)
    .set({ expiresAt: new Date(0) })
    .where(eq(invitations.email, email));
  await resendInvitation(admin, invitation);
  expect(await look(old)).toBe("auth.link_invalid");
  expect(await look(await linkTo(services, db, email))).toBe("none");
  expect(await auditedActions(services, owner.tenantId)).toContain("invitation.resend");
});

test("V8.2.1 an admin does not send an owner's invitation, a viewer none, a stranger finds none", async () => {
  const forOwner = await inviteMember(owner, { email: "o@team.example", role: "owner" });
  const { ctx: viewer } = await joinTenant(services, owner.tenantId, "viewer");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(resendInvitation(admin, forOwner))).toBe("auth.role_too_low");
  expect(await refusalOf(resendInvitation(viewer, invitation))).toBe("auth.role_too_low");
  expect(await refusalOf(resendInvitation(stranger, invitation))).toBe("invitation.not_found");
});

test("V2.4.1 nobody is mailed over and over", async () => {
  const again = await inviteMember(owner, { email: "victim@team.example", role: "viewer" });
  const outcomes: string[] = [];
  for (let i = 0; i < 6; i++) outcomes.push(await refusalOf(resendInvitation(owner, again)));
  expect(outcomes.at(-1)).toBe("request.too_many");
});

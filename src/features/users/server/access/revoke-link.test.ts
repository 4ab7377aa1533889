import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { appliedUser, tenantWithDomain } from "../testing-users";
import { findMailboxLink } from "./mailbox-link";
import { revokeLink } from "./revoke-link";
import { sendReset } from "./send-reset";

const { services } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "back.test");
const { id: userId } = await appliedUser(services, ctx, domainId, "ana");

test("a link that was given out is worth nothing once it is withdrawn", async () => {
  const { link } = await sendReset(ctx, { userId, toRecovery: false });
  await revokeLink(ctx, { userId });
  expect(await refusalOf(findMailboxLink(services, link!.split("#")[1]!))).toBe("auth.link_invalid");
  expect(await auditedActions(services, ctx.tenantId)).toContain("access.revoke_link");
});

test("a viewer, who looks after other domains, and another tenant withdraw nothing", async () => {
  const elsewhere = (await joinTenant(services, ctx.tenantId, "domain_admin", [Bun.randomUUIDv7()])).ctx;
  expect(await refusalOf(revokeLink(viewer, { userId }))).toBe("auth.role_too_low");
  expect(await refusalOf(revokeLink(elsewhere, { userId }))).toBe("user.not_found");
  expect(await refusalOf(revokeLink((await testMember(services)).ctx, { userId }))).toBe("user.not_found");
});

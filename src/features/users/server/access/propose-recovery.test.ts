import { expect, test } from "bun:test";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { appliedUser, tenantWithDomain } from "../testing-users";
import { getAccess } from "./get-access";
import { proposeRecovery } from "./propose-recovery";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "propose.test");
const { id: userId } = await appliedUser(services, ctx, domainId, "ana");
const email = "ana@private.example";

test("an admin can propose a recovery address, but it takes its user to make it count", async () => {
  await proposeRecovery(ctx, { userId, email });
  expect(await getAccess(ctx, { userId })).toMatchObject({ recoveryEmail: null, recoveryAsked: email });
  expect((await mailedTo(services, owner, email)).map(({ kind }) => kind)).toEqual(["mailbox_recovery"]);
  expect(await auditedActions(services, ctx.tenantId)).toContain("access.propose_recovery");
});

test("an address of the mailbox's own domain is refused, and so are a viewer, other domains' admins and another tenant", async () => {
  const elsewhere = (await joinTenant(services, ctx.tenantId, "domain_admin", [Bun.randomUUIDv7()])).ctx;
  expect(await refusalOf(proposeRecovery(ctx, { userId, email: "bo@propose.test" }))).toBe("request.invalid");
  expect(await refusalOf(proposeRecovery(viewer, { userId, email }))).toBe("auth.role_too_low");
  expect(await refusalOf(proposeRecovery(elsewhere, { userId, email }))).toBe("user.not_found");
  expect(await refusalOf(proposeRecovery((await testMember(services)).ctx, { userId, email }))).toBe("user.not_found");
});

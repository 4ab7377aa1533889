import { expect, setDefaultTimeout, test } from "bun:test";
import { joinTenant, refusalOf, testServices } from "~/server/testing";
import { appliedUser, gigabyte, tenantWithDomain } from "../testing-users";
import { getTenantStorage } from "./get-tenant-storage";
import { usageIs } from "./testing-usage";

setDefaultTimeout(60_000);

const { services } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");

test("what all mailboxes hold and may hold is added up", async () => {
  const [ana, bo] = [
    await appliedUser(services, ctx, domainId, "ana"),
    await appliedUser(services, ctx, domainId, "bo"),
  ];
  await usageIs(services, { [ana.address]: 1000, [bo.address]: 234 });
  expect(await getTenantStorage(viewer)).toMatchObject({ usedBytes: 1234, quotaBytes: 2 * gigabyte });
});

test("who looks after some domains is not told of all", async () => {
  const { ctx: held } = await joinTenant(services, ctx.tenantId, "domain_admin", [domainId]);
  expect(await refusalOf(getTenantStorage(held))).toBe("auth.role_too_low");
});

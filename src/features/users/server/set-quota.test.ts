import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { refusalOf, testServices } from "~/server/testing";
import { auditLogs, tenants } from "../../../../db/schema";
import { setQuota } from "./set-quota";
import { appliedUser, applyNow, gigabyte, tenantWithDomain } from "./testing-users";

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const user = await appliedUser(services, ctx, domainId, "ana");

test("a new quota reaches the mail server, and the audit log has both numbers", async () => {
  expect(await setQuota(ctx, { userId: user.id, quotaBytes: 3 * gigabyte })).toMatchObject({ application: "pending" });
  await applyNow(services, ctx, user.id);
  const account = await services.engine.directory.accounts.find(user.address);
  expect(account?.quotaBytes).toBe(3 * gigabyte);
  const [row] = await owner.select().from(auditLogs).where(eq(auditLogs.action, "user.set_quota"));
  expect(row).toMatchObject({ before: { quotaBytes: gigabyte }, after: { quotaBytes: 3 * gigabyte } });
});

test("a quota cannot grow beyond the storage of the plan, but it can always shrink", async () => {
  const set = (quotaBytes: number) => refusalOf(setQuota(ctx, { userId: user.id, quotaBytes }));
  await owner
    .update(tenants)
    .set({ maxStorageBytes: 2 * gigabyte })
    .where(eq(tenants.id, ctx.tenantId));
  expect(await set(4 * gigabyte)).toBe("tenant.limit_reached");
  expect(await set(2.5 * gigabyte)).toBe("none");
});

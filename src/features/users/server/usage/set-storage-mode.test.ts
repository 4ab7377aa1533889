import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { tenants } from "../../../../../db/schema";
import { createUser } from "../create-user";
import { gigabyte, password, tenantWithDomain } from "../testing-users";
import { getTenantStorage } from "./get-tenant-storage";
import { setStorageMode } from "./set-storage-mode";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
await owner
  .update(tenants)
  .set({ maxStorageBytes: 2 * gigabyte })
  .where(eq(tenants.id, ctx.tenantId));
const create = (localPart: string) =>
  createUser(ctx, { domainId, localPart, displayName: "", password, quotaBytes: 2 * gigabyte });

test("where storage is shared, quotas may be more together than the plan has", async () => {
  await create("ana");
  expect(await refusalOf(create("bo"))).toBe("tenant.limit_reached");
  await setStorageMode(ctx, { mode: "pooled" });
  await create("bo");
  expect(await getTenantStorage(viewer)).toEqual({
    ...{ mode: "pooled", usedBytes: 0, quotaBytes: 4 * gigabyte, maxBytes: 2 * gigabyte },
  });
  expect(
    (await auditedActions(services, ctx.tenantId)).filter((action) => action === "tenant.set_storage_mode"),
  ).toHaveLength(1);
});

test("each gets its own part only where the parts fit the plan", async () => {
  expect(await refusalOf(setStorageMode(ctx, { mode: "per_user" }))).toBe("tenant.limit_reached");
  await owner
    .update(tenants)
    .set({ maxStorageBytes: 4 * gigabyte })
    .where(eq(tenants.id, ctx.tenantId));
  expect((await setStorageMode(ctx, { mode: "per_user" })).mode).toBe("per_user");
});

test("who may only look changes nothing, and another tenant's storage is its own", async () => {
  expect(await refusalOf(setStorageMode(viewer, { mode: "pooled" }))).toBe("auth.role_too_low");
  const { ctx: stranger } = await tenantWithDomain(services, "other.test");
  expect((await getTenantStorage(stranger)).quotaBytes).toBe(0);
});

import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { tenants } from "../../../../db/schema";
import { appliedUser, applyNow, gigabyte, tenantWithDomain } from "./testing-users";
import { updateUser } from "./update-user";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const { id: userId, address } = await appliedUser(services, ctx, domainId, "ana");

test("name and storage are changed alone or together, and reach the mail server", async () => {
  expect(await updateUser(ctx, { userId, displayName: "Ana Ruiz" })).toMatchObject({ quotaBytes: gigabyte });
  const both = { displayName: "Ana R.", quotaBytes: 2 * gigabyte };
  expect(await updateUser(ctx, { userId, ...both })).toMatchObject({ ...both, application: "pending" });
  await applyNow(services, ctx, userId);
  expect(await services.engine.directory.accounts.find(address)).toMatchObject(both);
});

test("what is as wished already is no change", async () => {
  const before = await auditedActions(services, ctx.tenantId);
  await updateUser(ctx, { userId });
  await updateUser(ctx, { userId, displayName: "Ana R." });
  expect(await auditedActions(services, ctx.tenantId)).toEqual(before);
});

test("storage does not grow beyond the plan, and a viewer changes nothing", async () => {
  await owner.update(tenants).set({ maxStorageBytes: gigabyte }).where(eq(tenants.id, ctx.tenantId));
  expect(await refusalOf(updateUser(ctx, { userId, quotaBytes: 3 * gigabyte }))).toBe("tenant.limit_reached");
  expect(await refusalOf(updateUser(ctx, { userId, displayName: "Ana" }))).toBe("none");
  expect(await refusalOf(updateUser(viewer, { userId, displayName: "x" }))).toBe("auth.role_too_low");
});

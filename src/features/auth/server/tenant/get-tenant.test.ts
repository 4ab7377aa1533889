import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { tenants } from "../../../../../db/schema";
import { getTenant } from "./get-tenant";

const { services, owner: db } = await testServices();
const { ctx: owner } = await testMember(services);

test("owners, admins and viewers see name and rules of their tenant, and no other one's", async () => {
  const { ctx: stranger } = await testMember(services);
  for (const role of ["admin", "viewer"] as const) {
    const { ctx } = await joinTenant(services, owner.tenantId, role);
    expect(await getTenant(ctx)).toMatchObject({ id: owner.tenantId, name: "Test", isConfirmed: true });
  }
  expect((await getTenant(stranger)).id).toBe(stranger.tenantId);
});

test("V8.2.1 a domain admin does not see them", async () => {
  const { ctx } = await joinTenant(services, owner.tenantId, "domain_admin", []);
  expect(await refusalOf(getTenant(ctx))).toBe("auth.role_too_low");
});

test("a tenant that was erased a moment ago is not found", async () => {
  const { ctx } = await testMember(services);
  await db.delete(tenants).where(eq(tenants.id, ctx.tenantId));
  expect(await refusalOf(getTenant(ctx))).toBe("tenant.not_found");
});

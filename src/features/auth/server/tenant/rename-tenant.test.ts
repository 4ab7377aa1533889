import { expect, test } from "bun:test";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { RenameTenant } from "../../schema/tenant";
import { getTenant } from "./get-tenant";
import { renameTenant } from "./rename-tenant";

const { services } = await testServices();
const { ctx: owner } = await testMember(services);

test("owners and admins give the tenant another name, and the log has both", async () => {
  const { ctx: admin } = await joinTenant(services, owner.tenantId, "admin");
  await renameTenant(admin, { name: "Acme & Söhne" });
  expect((await getTenant(owner)).name).toBe("Acme & Söhne");
  await renameTenant(owner, { name: "Acme & Söhne" });
  expect(await auditedActions(services, owner.tenantId)).toEqual(["tenant.rename"]);
});

test("V8.2.1 viewers and domain admins do not", async () => {
  for (const role of ["viewer", "domain_admin"] as const) {
    const { ctx } = await joinTenant(services, owner.tenantId, role);
    expect(await refusalOf(renameTenant(ctx, { name: "Mine" }))).toBe("auth.role_too_low");
  }
});

test("a name is one line of at most a hundred signs", () => {
  const isName = (name: string) => RenameTenant.safeParse({ name }).success;
  expect(["", "  ", "a\nb", "x".repeat(101)].map(isName)).toEqual([false, false, false, false]);
});

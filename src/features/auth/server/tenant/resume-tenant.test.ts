import { expect, test } from "bun:test";
import { systemContext } from "~/server/context";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { resumeTenant } from "./resume-tenant";
import { suspendTenant } from "./suspend-tenant";

const { services } = await testServices();
const { ctx } = await testMember(services);
const operator = systemContext(services, { script: "tenant:resume" }, ctx.tenantId);

test("resuming what is open changes nothing; resuming a suspended tenant is written down", async () => {
  await resumeTenant(operator);
  expect(await auditedActions(services, ctx.tenantId)).toEqual([]);
  await suspendTenant(operator, { reason: "x" });
  await resumeTenant(operator);
  expect(await auditedActions(services, ctx.tenantId)).toEqual(["tenant.suspend", "tenant.resume"]);
});

test("a tenant that is not there is not found", async () => {
  const nobody = systemContext(services, { script: "tenant:resume" }, Bun.randomUUIDv7());
  expect(await refusalOf(resumeTenant(nobody))).toBe("tenant.not_found");
});

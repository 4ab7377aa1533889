import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { systemContext } from "~/server/context";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { auditLogs, tenants } from "../../../../../db/schema";
import { TenantPlan } from "../../schema/tenant";
import { getLimits } from "./get-limits";
import { setLimits } from "./set-limits";

const { services, owner: db } = await testServices();
const { ctx } = await testMember(services);
const operator = systemContext(services, { script: "tenant:limits" }, ctx.tenantId);

test("an operator changes what a plan allows; what is not named stays, and the log has both", async () => {
  const before = await getLimits(ctx);
  await setLimits(operator, { maxDomains: 3 });
  expect(await getLimits(ctx)).toEqual({ ...before, domains: { used: 0, max: 3 } });
  const [row] = await db.select().from(auditLogs).where(eq(auditLogs.action, "tenant.set_limits"));
  expect(row).toMatchObject({
    ...{ actor: "script:tenant:limits", before: { maxDomains: before.domains.max } },
    after: { maxDomains: 3, maxMailUsers: before.users.max },
  });
});

test("an operator says what may be sent, by the company and by each mailbox", async () => {
  const limits = { maxRecipientsPerHour: 90, maxUserRecipientsPerHour: 9, maxUserRecipientsPerDay: 30, maxGroups: 4 };
  await setLimits(operator, limits);
  const [tenant] = await db.select().from(tenants).where(eq(tenants.id, ctx.tenantId));
  expect(tenant).toMatchObject(limits);
});

test("a tenant that is not there is not found, and a change of nothing is none", async () => {
  const nobody = systemContext(services, { script: "tenant:limits" }, Bun.randomUUIDv7());
  expect(await refusalOf(setLimits(nobody, { maxDomains: 3 }))).toBe("tenant.not_found");
  expect(TenantPlan.safeParse({}).success).toBe(false);
  expect(TenantPlan.safeParse({ maxDomains: -1 }).success).toBe(false);
});

import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { TenantPlan } from "../../schema/tenant";
import { lockTenant } from "../team/lock-member";

/**
 * Changes what a tenant's plan allows. Less than what is used is allowed: nothing is taken away, but nothing more can be made. For operators
 * only. Throws `tenant.not_found`.
 */
export async function setLimits(ctx: Ctx, change: TenantPlan): Promise<void> {
  const { tenantId } = ctx;
  await ctx.tx(async (tx) => {
    const before = planOf(await lockTenant(tx, ctx));
    const [after] = await tx.update(tenants).set(change).where(eq(tenants.id, tenantId)).returning();
    const subject = { type: "tenant", id: tenantId } as const;
    await audit(tx, ctx, { action: "tenant.set_limits", subject, before, after: planOf(after!) });
  });
}

const columns = [
  ...(["maxDomains", "maxMailUsers", "maxGroups", "maxStorageBytes", "maxMessagesPerDay"] as const),
  ...(["maxRecipientsPerHour", "maxUserRecipientsPerHour", "maxUserRecipientsPerDay"] as const),
];

const planOf = (tenant: typeof tenants.$inferSelect) => Object.fromEntries(columns.map((name) => [name, tenant[name]]));

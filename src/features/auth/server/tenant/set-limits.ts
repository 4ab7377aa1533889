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
    const { maxDomains, maxMailUsers, maxStorageBytes, maxMessagesPerDay } = await lockTenant(tx, ctx);
    const before = { maxDomains, maxMailUsers, maxStorageBytes, maxMessagesPerDay };
    const [after] = await tx
      .update(tenants)
      .set(change)
      .where(eq(tenants.id, tenantId))
      .returning({
        ...{ maxDomains: tenants.maxDomains, maxMailUsers: tenants.maxMailUsers },
        ...{ maxStorageBytes: tenants.maxStorageBytes, maxMessagesPerDay: tenants.maxMessagesPerDay },
      });
    const subject = { type: "tenant", id: tenantId } as const;
    await audit(tx, ctx, { action: "tenant.set_limits", subject, before, after });
  });
}

import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { sendCounters } from "~/server/plan-counter";
import type { TenantSendLimits } from "../../schema/limits";
import { readCounted, usageOf } from "./read-send-usage";

/** What all mailboxes of the tenant may send together by the plan, what is used of it, and what each of them may. Throws `tenant.not_found`. */
export async function getTenantSendLimits(ctx: Ctx): Promise<TenantSendLimits> {
  requireRole(ctx, "owner", "admin", "viewer");
  const { tenantId } = ctx;
  const counters = sendCounters({}, ctx.now());
  return ctx.tx(async (tx) => {
    const own = tx
      .select({
        ...{ hour: tenants.maxRecipientsPerHour, day: tenants.maxMessagesPerDay },
        perUser: { perHour: tenants.maxUserRecipientsPerHour, perDay: tenants.maxUserRecipientsPerDay },
      })
      .from(tenants)
      .where(eq(tenants.id, tenantId));
    const [[plan], counted] = await Promise.all([own, readCounted(tx, tenantId, counters)]);
    if (!plan) throw new AppError("tenant.not_found");
    return { tenant: usageOf(counters, "tenant", plan, counted), perUser: plan.perUser };
  });
}

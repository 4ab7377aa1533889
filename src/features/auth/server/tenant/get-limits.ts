import { and, count, eq, inArray, max, ne, sum } from "drizzle-orm";
import { domains, mailUsers, rateLimits, tenants } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { dayOf, messagesCounter, submittedCounter } from "~/server/plan-counter";
import type { TenantLimits } from "../../schema/tenant";

/** What the plan allows and how much of it is used, counted as the verbs that hold to it count. Throws `tenant.not_found`. */
export async function getLimits(ctx: Ctx): Promise<TenantLimits> {
  requireRole(ctx, "owner", "admin", "viewer");
  const { tenantId } = ctx;
  return ctx.tx(async (tx) => {
    const [plan] = await tx.select().from(tenants).where(eq(tenants.id, tenantId));
    if (!plan) throw new AppError("tenant.not_found");
    const [named] = await tx.select({ used: count() }).from(domains).where(eq(domains.tenantId, tenantId));
    const [held] = await tx
      .select({ users: count(), bytes: sum(mailUsers.quotaBytes).mapWith(Number) })
      .from(mailUsers)
      .where(and(eq(mailUsers.tenantId, tenantId), ne(mailUsers.state, "deleted")));
    const today = and(
      inArray(rateLimits.name, [messagesCounter, submittedCounter]),
      eq(rateLimits.windowStart, dayOf(ctx.now())),
    );
    const [sent] = await tx
      // Promised by the webmail, and seen by the mail server: the one includes the other, whichever is ahead.
      .select({ used: max(rateLimits.count) })
      .from(rateLimits)
      .where(and(eq(rateLimits.tenantId, tenantId), today));
    return {
      domains: { used: named?.used ?? 0, max: plan.maxDomains },
      users: { used: held?.users ?? 0, max: plan.maxMailUsers },
      storage: { used: held?.bytes ?? 0, max: plan.maxStorageBytes },
      messages: { used: sent?.used ?? 0, max: plan.maxMessagesPerDay },
    };
  });
}

import { and, eq } from "drizzle-orm";
import { domains, tenants } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import type { DomainSendLimits, SetDomainSendLimits } from "../../schema/limits";
import { getDomainSendLimits } from "./get-domain-send-limits";
import { requireWithinPlan } from "./require-within-plan";

/**
 * Sets to how many recipients all mailboxes of a domain may send together within an hour and a day, at most what the tenant may; null is no
 * limit of its own. Throws `domain.not_found`, `tenant.limit_reached` with an issue for the field.
 */
export async function setDomainSendLimits(
  ctx: Ctx,
  { domainId, perHour, perDay }: SetDomainSendLimits,
): Promise<DomainSendLimits> {
  requireRole(ctx, "owner", "admin");
  const { tenantId } = ctx;
  const own = and(eq(domains.tenantId, tenantId), eq(domains.id, domainId));
  await ctx.tx(async (tx) => {
    const [held] = await tx
      .select({
        before: {
          maxRecipientsPerHour: domains.maxRecipientsPerHour,
          maxRecipientsPerDay: domains.maxRecipientsPerDay,
        },
        id: domains.id,
        plan: { perHour: tenants.maxRecipientsPerHour, perDay: tenants.maxMessagesPerDay },
      })
      .from(domains)
      .innerJoin(tenants, eq(tenants.id, domains.tenantId))
      .where(own)
      .for("update", { of: domains });
    if (!held) throw new AppError("domain.not_found");
    const before = held.before ?? { maxRecipientsPerHour: null, maxRecipientsPerDay: null };
    const after = { maxRecipientsPerHour: perHour, maxRecipientsPerDay: perDay };
    if (Bun.deepEquals(before, after)) return;
    requireWithinPlan({ perHour, perDay }, held.plan);
    await tx.update(domains).set(after).where(own);
    const subject = { type: "domain", id: domainId } as const;
    await audit(tx, ctx, { action: "domain.set_send_limits", subject, before, after });
    await enqueue(tx, "limits.apply", { tenantId, domainId }, { key: domainId });
  });
  ctx.events.publish({ tenantId, topic: "domain", subjectId: domainId });
  return getDomainSendLimits(ctx, { domainId });
}

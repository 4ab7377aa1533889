import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { rateLimits, tenants } from "../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import { dayMs, dayOf, messagesCounter } from "~/server/plan-counter";
import type { SendMessage } from "../schema";

export const recipientsOf = ({ to, cc, bcc }: SendMessage): number => to.length + cc.length + bcc.length;

/**
 * Counts the recipients of a message against what the tenant may send today, in the transaction that claims the message: both are kept or
 * neither. However many send at once, the sum never exceeds the plan. Throws `tenant.limit_reached` with the plan's number and the
 * seconds until midnight UTC.
 */
export async function countRecipients(tx: Transaction, ctx: Ctx, recipients: number): Promise<void> {
  const { tenantId } = ctx;
  const now = ctx.now();
  const windowStart = dayOf(now);
  const [tenant] = await tx.select({ max: tenants.maxMessagesPerDay }).from(tenants).where(eq(tenants.id, tenantId));
  const max = tenant?.max ?? 0;
  const sum = sql`${rateLimits.count} + ${recipients}::int`;
  const counted =
    recipients > max
      ? []
      : await tx
          .insert(rateLimits)
          .values({ tenantId, name: messagesCounter, windowStart, count: recipients })
          .onConflictDoUpdate({
            target: [rateLimits.tenantId, rateLimits.name, rateLimits.windowStart],
            set: { count: sum },
            setWhere: sql`${sum} <= ${max}`,
          })
          .returning({ count: rateLimits.count });
  if (counted.length > 0) return;
  const retryAfterSeconds = Math.ceil((windowStart.getTime() + dayMs - now.getTime()) / 1000);
  const reason = `The plan allows ${max} recipients a day.`;
  throw new AppError("tenant.limit_reached", { max, reason, retryAfterSeconds });
}

/** Gives back what a message took that certainly never left; `claimedAt` is when it was counted. */
export async function giveRecipientsBack(
  tx: Transaction,
  ctx: Ctx,
  recipients: number,
  claimedAt: Date,
): Promise<void> {
  const window = and(eq(rateLimits.name, messagesCounter), eq(rateLimits.windowStart, dayOf(claimedAt)));
  await tx
    .update(rateLimits)
    .set({ count: sql`greatest(0, ${rateLimits.count} - ${recipients}::int)` })
    .where(and(eq(rateLimits.tenantId, ctx.tenantId), window));
}

import { and, desc, type SQL } from "drizzle-orm";
import { deliveries } from "../../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import type { ListMailDeliveries, MailDeliveryPage } from "../../schema/trace";
import { cursorAfter, deliveriesInReach, filterOf } from "./delivery-filter";
import { toMailDelivery } from "./delivery-view";

/** What became of mail within the caller's reach, newest first. One statement. Throws `request.invalid` for a cursor that is none. */
export async function listDeliveries(ctx: Ctx, asked: ListMailDeliveries): Promise<MailDeliveryPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  if (asked.search || asked.sender || asked.recipient) await ctx.rateLimit("search.tenant", ctx.tenantId);
  return deliveryPage(ctx, deliveriesInReach(ctx), asked);
}

/** One page of those deliveries that `seen` leaves. */
export async function deliveryPage(
  ctx: Ctx,
  seen: SQL | undefined,
  { limit, ...filter }: ListMailDeliveries,
): Promise<MailDeliveryPage> {
  const rows = await ctx.tx((tx) =>
    tx
      .select()
      .from(deliveries)
      .where(and(seen, filterOf(filter)))
      .orderBy(desc(deliveries.queuedAt), desc(deliveries.id))
      .limit(limit + 1),
  );
  const last = rows[limit - 1];
  return {
    deliveries: rows.slice(0, limit).map(toMailDelivery),
    ...(rows.length > limit && last ? { next: cursorAfter(last) } : {}),
  };
}

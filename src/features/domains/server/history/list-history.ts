import { and, desc, eq, lt } from "drizzle-orm";
import { domainEvents, domains } from "../../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { HistoryPage, ListHistory } from "../../schema/history";
import { foldFlapping } from "./fold-flapping";

/** So many events are read for a line that is asked for, at most: a record that never rests must not empty a page. */
const eventsPerLine = 8;

/** What happened to a domain, newest first, of the last 90 days. Throws `domain.not_found`. */
export async function listHistory(ctx: Ctx, { domainId, kind, after, limit }: ListHistory): Promise<HistoryPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  requireReach(ctx, domainId);
  return ctx.tx(async (tx) => {
    const own = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId));
    const [domain] = await tx.select({ id: domains.id }).from(domains).where(own);
    if (!domain) throw new AppError("domain.not_found");
    const most = limit * eventsPerLine;
    const events = await tx
      .select()
      .from(domainEvents)
      .where(
        and(
          ...[eq(domainEvents.tenantId, ctx.tenantId), eq(domainEvents.domainId, domainId)],
          ...[kind && eq(domainEvents.kind, kind), after && lt(domainEvents.id, after)].filter((one) => !!one),
        ),
      )
      .orderBy(desc(domainEvents.id))
      .limit(most);
    const { lines, last } = foldFlapping(events, limit);
    const isMore = last !== undefined && (last !== events.at(-1) || events.length === most);
    return { lines, ...(isMore ? { next: last.id } : {}) };
  });
}

import { and, eq, gt } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { DomainPage, ListDomains } from "../schema";
import { loadSubjects } from "./domain-subject";
import { summarise } from "./domain-view";

/** The tenant's domains within the caller's reach, oldest first; ids are UUIDv7 and so carry the order. */
export async function listDomains(ctx: Ctx, { after, limit }: ListDomains): Promise<DomainPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  return ctx.tx(async (tx) => {
    const rows = await tx
      .select()
      .from(domains)
      .where(
        and(
          eq(domains.tenantId, ctx.tenantId),
          withinReach(ctx, domains.id),
          after ? gt(domains.id, after) : undefined,
        ),
      )
      .orderBy(domains.id)
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const subjects = await loadSubjects(tx, ctx, page);
    return {
      domains: subjects.map(summarise),
      acceptsTestNames: ctx.platform.trialZone !== null,
      ...(rows.length > limit ? { next: page.at(-1)?.id } : {}),
    };
  });
}

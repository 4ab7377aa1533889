import { and, eq } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { DomainSummary, UpdateDomain } from "../schema";
import { findSubject } from "./domain-subject";
import { summarise } from "./domain-view";

/** Writes the team's note on a domain. Throws `domain.not_found`. */
export async function updateDomain(ctx: Ctx, { domainId, note }: UpdateDomain): Promise<DomainSummary> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  const summary = await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    if (!subject) throw new AppError("domain.not_found");
    const before = subject.domain.note;
    if (before === note) return summarise(subject);
    await tx
      .update(domains)
      .set({ note })
      .where(and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId)));
    const change = { before: { note: before }, after: { note } };
    await audit(tx, ctx, { action: "domain.update", subject: { type: "domain", id: domainId }, ...change });
    return summarise({ ...subject, domain: { ...subject.domain, note } });
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return summary;
}

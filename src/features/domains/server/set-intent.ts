import { and, eq } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { enqueue } from "../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { DomainSummary } from "../schema";
import type { SetIntent } from "../schema/choices";
import { findSubject } from "./domain-subject";
import { summarise } from "./domain-view";

/** Notes what the tenant means to do with a domain, and looks anew: it decides whether its MX records are due. Throws `domain.not_found`. */
export async function setIntent(ctx: Ctx, { domainId, intent }: SetIntent): Promise<DomainSummary> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  const summary = await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    if (!subject) throw new AppError("domain.not_found");
    const before = subject.domain.intent;
    if (before === intent) return summarise(subject);
    await tx
      .update(domains)
      .set({ intent })
      .where(and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId)));
    const change = { before: { intent: before }, after: { intent } };
    await audit(tx, ctx, { action: "domain.set_intent", subject: { type: "domain", id: domainId }, ...change });
    await enqueue(tx, "dns-verification", { tenantId: ctx.tenantId, domainId }, { key: domainId, runAt: ctx.now() });
    return summarise({ ...subject, domain: { ...subject.domain, intent } });
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return summary;
}

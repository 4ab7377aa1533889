import { enqueue } from "../../../../jobs/enqueue";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { DomainRef, Done } from "../schema";
import { findSubject } from "./domain-subject";

/** Asks for a look at DNS now. Throws `domain.not_found`, and `request.too_many` within ten seconds of the last time. */
export async function checkDomain(ctx: Ctx, { domainId }: DomainRef): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.rateLimit("domain-check.tenant", ctx.tenantId);
  await ctx.rateLimit("domain-check", `${ctx.tenantId}:${domainId}`);
  await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId);
    if (!subject) throw new AppError("domain.not_found");
    await audit(tx, ctx, { action: "domain.check", subject: { type: "domain", id: domainId } });
    await enqueue(tx, "dns-verification", { tenantId: ctx.tenantId, domainId }, { key: domainId, runAt: ctx.now() });
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return {};
}

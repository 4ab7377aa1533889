import { and, eq } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import { AppError } from "~/lib/errors";
import type { Done } from "../schema";
import type { SetPolicy } from "../schema/choices";
import { findSubject } from "./domain-subject";

/** Says whether other tenants may claim names below a domain; what they have already is theirs. Throws `domain.not_found`. */
export async function setPolicy(ctx: Ctx, { domainId, forbidsSubdomains }: SetPolicy): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    if (!subject) throw new AppError("domain.not_found");
    const before = subject.domain.forbidsSubdomains;
    if (before === forbidsSubdomains) return;
    await tx
      .update(domains)
      .set({ forbidsSubdomains })
      .where(and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId)));
    const change = { before: { forbidsSubdomains: before }, after: { forbidsSubdomains } };
    await audit(tx, ctx, { action: "domain.set_policy", subject: { type: "domain", id: domainId }, ...change });
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return {};
}

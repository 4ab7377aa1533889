import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import type { DomainRef, Done } from "../../schema";
import { findSubject } from "../domain-subject";
import { dropToken } from "./connection";

/** Forgets the token that was kept for a domain. Throws `domain.not_found`. */
export async function forgetToken(ctx: Ctx, { domainId }: DomainRef): Promise<Done> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.tx(async (tx) => {
    if (!(await findSubject(tx, ctx, domainId, { lock: true }))) throw new AppError("domain.not_found");
    if (await dropToken(tx, ctx, domainId))
      await audit(tx, ctx, { action: "domain.forget_dns_token", subject: { type: "domain", id: domainId } });
  });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "domain", subjectId: domainId });
  return {};
}

import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { DomainSendLimits } from "../../schema/limits";
import { domainSendLimits } from "./domain-send-limits";

/** What all mailboxes of a domain may send together, and what is used of it. Throws `domain.not_found`. */
export async function getDomainSendLimits(ctx: Ctx, { domainId }: { domainId: string }): Promise<DomainSendLimits> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const [found] = await ctx.tx((tx) => domainSendLimits(tx, ctx, { domainId }));
  if (!found) throw new AppError("domain.not_found");
  return found;
}

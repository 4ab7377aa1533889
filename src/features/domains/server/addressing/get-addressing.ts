import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import type { DomainRef } from "../../schema";
import type { DomainAddressing } from "../../schema/addressing";
import { viewAddressing } from "./addressing-view";

/** What becomes of mail to a domain beyond its mailboxes. Throws `domain.not_found`. */
export async function getAddressing(ctx: Ctx, { domainId }: DomainRef): Promise<DomainAddressing> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  requireReach(ctx, domainId);
  return ctx.tx((tx) => viewAddressing(tx, ctx.tenantId, domainId));
}

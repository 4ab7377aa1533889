import { and, eq, or } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domains } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import type { DomainAddressing } from "../../schema/addressing";
import { type DomainRow, findSubject } from "../domain-subject";
import { viewAddressing } from "./addressing-view";
import { touchDomains } from "./touch-domains";

export type AddressingChange = {
  action: string;
  set: Partial<Pick<DomainRow, "catchAll" | "subAddressing" | "aliasOfId">>;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/**
 * Changes what becomes of mail to a domain, under the row's lock, with one audit row; the engine is told of the domain and of its other names.
 * `decide` says what changes, `null` when all is as wished. Throws `domain.not_found`.
 */
export async function changeAddressing(
  ctx: Ctx,
  domainId: string,
  decide: (domain: DomainRow, tx: Transaction) => Promise<AddressingChange | null>,
): Promise<DomainAddressing> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  const { tenantId } = ctx;
  const view = await ctx.tx(async (tx) => {
    const subject = await findSubject(tx, ctx, domainId, { lock: true });
    if (!subject) throw new AppError("domain.not_found");
    const change = await decide(subject.domain, tx);
    if (!change) return viewAddressing(tx, tenantId, domainId);
    const { action, set, before, after } = change;
    const own = and(eq(domains.tenantId, tenantId), eq(domains.id, domainId));
    await tx.update(domains).set(set).where(own);
    await touchDomains(tx, tenantId, or(eq(domains.id, domainId), eq(domains.aliasOfId, domainId)));
    await audit(tx, ctx, { action, subject: { type: "domain", id: domainId }, before, after });
    return viewAddressing(tx, tenantId, domainId);
  });
  ctx.events.publish({ tenantId, topic: "domain", subjectId: domainId });
  return view;
}

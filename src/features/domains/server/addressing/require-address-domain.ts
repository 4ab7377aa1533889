import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domains } from "../../../../../db/schema";
import type { DomainState } from "../../../../../db/schema/enums";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import type { DomainRow } from "../domain-subject";

/** Once a domain was active it keeps its addresses, whatever its records say today. */
const usable: DomainState[] = ["active", "attention", "broken"];

/**
 * The domain that a new address shall lie in, held for sharing, so that it can neither be given up nor become another name before the address
 * is there. Throws `domain.not_found`, `domain.not_active`, `domain.is_alias`.
 */
export async function requireAddressDomain(tx: Transaction, ctx: Ctx, domainId: string): Promise<DomainRow> {
  requireReach(ctx, domainId);
  const own = and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId));
  const [domain] = await tx.select().from(domains).where(own).for("share");
  if (!domain) throw new AppError("domain.not_found");
  if (!usable.includes(domain.state)) throw new AppError("domain.not_active");
  if (domain.aliasOfId) throw new AppError("domain.is_alias");
  return domain;
}

import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { domains } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";

/** The domains of a domain admin as they are stored; null for everybody else. Throws `domain.not_found` unless all are the tenant's. */
export async function requireDomains(
  tx: Transaction,
  ctx: Ctx,
  domainIds: string[] | undefined,
): Promise<string[] | null> {
  if (!domainIds) return null;
  const wanted = [...new Set(domainIds)].sort();
  const found = await tx
    .select({ id: domains.id })
    .from(domains)
    .where(and(eq(domains.tenantId, ctx.tenantId), inArray(domains.id, wanted)));
  if (found.length < wanted.length) throw new AppError("domain.not_found");
  return wanted;
}

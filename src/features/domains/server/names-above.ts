import { and, eq, isNotNull } from "drizzle-orm";
import { domains } from "../../../../db/schema";
import { inScope } from "../../../../db/transaction";
import type { Ctx } from "~/server/context";

export type NameAbove = { domainId: string; tenantId: string; forbidsSubdomains: boolean };

/** The domains of other tenants that are proven for names above this one. For rules and notices only: whoever asks is never told of them. */
export async function namesAbove(ctx: Ctx, name: string): Promise<NameAbove[]> {
  const labels = name.split(".");
  const above: NameAbove[] = [];
  for (let at = 1; at < labels.length - 1; at++) {
    const parent = labels.slice(at).join(".");
    const rows = await inScope(ctx.db, { lookup: parent }, (tx) =>
      tx
        .select({ domainId: domains.id, tenantId: domains.tenantId, forbidsSubdomains: domains.forbidsSubdomains })
        .from(domains)
        .where(and(eq(domains.name, parent), isNotNull(domains.provenAt))),
    );
    above.push(...rows.filter(({ tenantId }) => tenantId !== ctx.tenantId));
  }
  return above;
}

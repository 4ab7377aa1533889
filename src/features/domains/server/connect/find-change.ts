import { and, desc, eq, ne } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { dnsChanges } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";

export type ChangeRow = typeof dnsChanges.$inferSelect;

const ofDomain = (ctx: Ctx, domainId: string) =>
  and(eq(dnsChanges.tenantId, ctx.tenantId), eq(dnsChanges.domainId, domainId));

/** A change of this tenant to a domain. */
export async function findChange(
  tx: Transaction,
  ctx: Ctx,
  { domainId, changeId }: { domainId: string; changeId: string },
): Promise<ChangeRow | undefined> {
  const [row] = await tx
    .select()
    .from(dnsChanges)
    .where(and(ofDomain(ctx, domainId), eq(dnsChanges.id, changeId)));
  return row;
}

/** The last that was more than shown. */
export async function findLastChange(tx: Transaction, ctx: Ctx, domainId: string): Promise<ChangeRow | undefined> {
  const [row] = await tx
    .select()
    .from(dnsChanges)
    .where(and(ofDomain(ctx, domainId), ne(dnsChanges.state, "planned")))
    .orderBy(desc(dnsChanges.id))
    .limit(1);
  return row;
}

import { and, desc, eq, getTableColumns, ne, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { dnsChanges } from "../../../../../db/schema";
import { hasOpenJob } from "../../../../../jobs/has-open-job";
import type { Ctx } from "~/server/context";

export type ChangeRow = typeof dnsChanges.$inferSelect;

const ofDomain = (ctx: Ctx, domainId: string) =>
  and(eq(dnsChanges.tenantId, ctx.tenantId), eq(dnsChanges.domainId, domainId));

const columns = (tx: Transaction) => ({
  ...getTableColumns(dnsChanges),
  isInHands: sql<boolean>`${hasOpenJob(tx, "dns.change", dnsChanges.id)}`,
});

/** A change under way whose job is gone, because it gave up, has failed: nobody goes on with it unasked. */
function settle({ isInHands, ...row }: ChangeRow & { isInHands: boolean }): ChangeRow {
  return row.state === "applying" && !isInHands ? { ...row, state: "failed", error: "unavailable" } : row;
}

/** A change of this tenant to a domain. */
export async function findChange(
  tx: Transaction,
  ctx: Ctx,
  { domainId, changeId }: { domainId: string; changeId: string },
): Promise<ChangeRow | undefined> {
  const [row] = await tx
    .select(columns(tx))
    .from(dnsChanges)
    .where(and(ofDomain(ctx, domainId), eq(dnsChanges.id, changeId)));
  return row && settle(row);
}

/** The last that was more than shown. */
export async function findLastChange(tx: Transaction, ctx: Ctx, domainId: string): Promise<ChangeRow | undefined> {
  const [row] = await tx
    .select(columns(tx))
    .from(dnsChanges)
    .where(and(ofDomain(ctx, domainId), ne(dnsChanges.state, "planned")))
    .orderBy(desc(dnsChanges.id))
    .limit(1);
  return row && settle(row);
}

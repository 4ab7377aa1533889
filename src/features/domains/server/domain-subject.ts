import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../../db/client";
import { dkimKeys, dnsRecords, domains } from "../../../../db/schema";
import type { Ctx } from "~/server/context";
import { keyAliasesOf } from "./dkim/key-aliases";
import { recordSet, type WantedRecord } from "./dns/record-set";
import { platformNames } from "./platform-names";

export type DomainRow = typeof domains.$inferSelect;
export type DkimKeyRow = typeof dkimKeys.$inferSelect;
export type RecordRow = typeof dnsRecords.$inferSelect;

/** A domain with what it should publish and what was last found of it, the latter by record id. */
export type DomainSubject = {
  domain: DomainRow;
  keys: DkimKeyRow[];
  wanted: WantedRecord[];
  found: Map<string, RecordRow>;
};

/** Completes rows of this tenant, in their order, with two queries whatever their number. */
export async function loadSubjects(tx: Transaction, ctx: Ctx, rows: DomainRow[]): Promise<DomainSubject[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const keys = await tx
    .select()
    .from(dkimKeys)
    .where(and(eq(dkimKeys.tenantId, ctx.tenantId), inArray(dkimKeys.domainId, ids)))
    .orderBy(dkimKeys.selector);
  const records = await tx
    .select()
    .from(dnsRecords)
    .where(and(eq(dnsRecords.tenantId, ctx.tenantId), inArray(dnsRecords.domainId, ids)));
  const names = platformNames(ctx.platform);
  return rows.map((domain) => {
    const own = keys.filter(({ domainId }) => domainId === domain.id);
    const keyAliases = keyAliasesOf(ctx.platform, domain);
    const wanted = recordSet({ ...domain, dkimKeys: own, keyAliases }, names);
    const found = new Map(
      records.flatMap((record) => (record.domainId === domain.id ? [[record.recordKey, record] as const] : [])),
    );
    return { domain, keys: own, wanted, found };
  });
}

/** One domain of this tenant; `lock` holds its row until the transaction ends. */
export async function findSubject(
  tx: Transaction,
  ctx: Ctx,
  domainId: string,
  { lock = false } = {},
): Promise<DomainSubject | undefined> {
  const query = tx
    .select()
    .from(domains)
    .where(and(eq(domains.tenantId, ctx.tenantId), eq(domains.id, domainId)));
  const [subject] = await loadSubjects(tx, ctx, await (lock ? query.for("update") : query));
  return subject;
}

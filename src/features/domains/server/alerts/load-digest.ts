import { and, asc, count, eq, gt, gte, inArray, isNotNull, isNull, lt, max, notInArray, or, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { dkimKeys, domainEvents, domains } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import type { DomainState } from "../../schema";

type Named = { domainId: string; name: string };
export type Digest = {
  unwell: (Named & { state: DomainState })[];
  /** The proof was not found at the last looks. */
  proofs: Named[];
  /** A key waits for a record that a person has to add. */
  keys: Named[];
  changed: (Named & { count: number })[];
  /** The last change of any of the domains that are not well; null when that is more than a week ago. */
  lastChangeAt: Date | null;
};

const dayMs = 86_400_000;
const unwellStates: DomainState[] = ["attention", "broken", "proof_lost"];

/** What is worth a line in the daily summary of a tenant: what is not well, and what changed after `since`. */
export async function loadDigest(tx: Transaction, ctx: Ctx, since: Date): Promise<Digest> {
  const of = eq(domains.tenantId, ctx.tenantId);
  const now = ctx.now();
  const named = { domainId: domains.id, name: domains.name };
  const unwell = await tx
    .select({ ...named, state: domains.state })
    .from(domains)
    .where(and(of, or(inArray(domains.state, unwellStates), isNotNull(domains.frozenUntil))))
    .orderBy(asc(domains.name));
  const proofs = await tx
    .select(named)
    .from(domains)
    .where(and(of, gt(domains.proofMisses, 0), notInArray(domains.state, ["proof_lost", "suspended", "releasing"])))
    .orderBy(asc(domains.name));
  const signs = sql`exists (select 1 from ${dkimKeys} signing where signing.tenant_id = ${dkimKeys.tenantId}
    and signing.domain_id = ${dkimKeys.domainId} and signing.algorithm = ${dkimKeys.algorithm} and signing.stage = 'active')`;
  const isHidden = and(eq(dkimKeys.stage, "pending"), isNull(dkimKeys.publishedAt));
  const isWaiting = and(isHidden, lt(dkimKeys.createdAt, new Date(now.getTime() - dayMs)), signs);
  const keys = await tx
    .selectDistinct(named)
    .from(dkimKeys)
    .innerJoin(domains, and(of, eq(domains.id, dkimKeys.domainId), eq(domains.dkimMode, "txt")))
    .where(and(eq(dkimKeys.tenantId, ctx.tenantId), isWaiting))
    .orderBy(asc(domains.name));
  // Whoever sets a domain up sees its records turn green; that is no news the next morning.
  const isSettled = and(isNotNull(domains.provenAt), lt(domains.provenAt, since));
  const isRecent = and(eq(domainEvents.tenantId, ctx.tenantId), gte(domainEvents.createdAt, since));
  const changes = await tx
    .select({ ...named, count: count() })
    .from(domainEvents)
    .innerJoin(domains, and(of, eq(domains.id, domainEvents.domainId), isSettled))
    .where(isRecent)
    .groupBy(domains.id, domains.name)
    .orderBy(asc(domains.name));
  const listed = [...new Set([...unwell, ...proofs, ...keys].map(({ domainId }) => domainId))];
  const changed = changes.filter(({ domainId }) => !listed.includes(domainId));
  return { unwell, proofs, keys, changed, lastChangeAt: await lastChange(tx, ctx, listed) };
}

async function lastChange(tx: Transaction, ctx: Ctx, ids: string[]): Promise<Date | null> {
  if (ids.length === 0) return null;
  const weekAgo = new Date(ctx.now().getTime() - 7 * dayMs);
  const own = and(eq(domainEvents.tenantId, ctx.tenantId), inArray(domainEvents.domainId, ids));
  const [last] = await tx
    .select({ at: max(domainEvents.createdAt) })
    .from(domainEvents)
    .where(and(own, gte(domainEvents.createdAt, weekAgo)));
  return last?.at ?? null;
}

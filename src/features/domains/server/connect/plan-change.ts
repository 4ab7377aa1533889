import { and, eq } from "drizzle-orm";
import { dnsChanges } from "../../../../../db/schema";
import type { StoredDnsRecord } from "../../../../../db/schema/dns-changes";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach } from "~/server/domain-reach";
import type { DnsPlan, PlanDns, PlannedRecord } from "../../schema/connect";
import { observeDomain } from "../dns/observe-domain";
import { platformNames, resolverOf } from "../platform-names";
import { findToken } from "./connection";
import { findOpenSubject } from "./find-open-subject";
import { planRecords } from "./plan-records";
import type { ProviderRecord } from "./dns-provider";
import { forReader, providerFor } from "./provider-for";
import { zoneView } from "./zone-view";

/** A stored record as readers see it. */
export const shown = ({ name, type, value, isProxied = false }: StoredDnsRecord): PlannedRecord => ({
  ...{ name, type, value, isProxied },
});

/** The domain, or a name between it and its zone, was handed to other servers: what stands here is seen by nobody. */
const isElsewhere = (domain: string, zone: string, records: ProviderRecord[]): boolean =>
  records.some(({ type, name }) => type === "NS" && name !== zone && (domain === name || domain.endsWith(`.${name}`)));

/**
 * Reads the domain's zone at its provider and says what would be added, what taken out and what stays, going by the records that stand there now and not
 * by what caches remember. The token is used for that and forgotten. Throws `domain.not_found`, `dns.token_needed`, `dns.refused`,
 * `dns.zone_not_found`, `dns.zone_inactive`, `dns.unavailable`, `request.too_many`.
 */
export async function planChange(ctx: Ctx, { domainId, token, movesMail }: PlanDns): Promise<DnsPlan> {
  requireRole(ctx, "owner", "admin");
  requireReach(ctx, domainId);
  await ctx.rateLimit("dns-plan.tenant", ctx.tenantId);
  const { subject, kept } = await ctx.tx(async (tx) => ({
    subject: await findOpenSubject(tx, ctx, domainId),
    kept: token === undefined ? await findToken(tx, ctx, domainId) : undefined,
  }));
  const secret = token ?? (kept?.isKept ? kept.token : undefined);
  if (secret === undefined) throw new AppError("dns.token_needed");

  const { name: domain, intent } = subject.domain;
  const provider = providerFor(ctx.platform, secret);
  const zone = await forReader(provider.findZone(domain));
  const records = await forReader(provider.listRecords(zone));
  if (isElsewhere(domain, zone.name, records)) throw new AppError("dns.zone_inactive");
  const platform = platformNames(ctx.platform);
  const wanted = subject.wanted.filter(({ id }) => !subject.found.get(id)?.ignoredAt);
  const resolve = zoneView(zone.name, records, resolverOf(ctx.platform));
  const { verdicts, findings } = await observeDomain({ domain, wanted: subject.wanted, platform }, { resolve });
  const moves = movesMail && intent === "move_now";
  const plan = planRecords({ domain, wanted, verdicts, findings, records, movesMail: moves });

  const changeId = Bun.randomUUIDv7();
  const { add, remove, keep, skipped } = plan;
  await ctx.tx(async (tx) => {
    const own = and(eq(dnsChanges.tenantId, ctx.tenantId), eq(dnsChanges.domainId, domainId));
    await tx.delete(dnsChanges).where(and(own, eq(dnsChanges.state, "planned")));
    const row = { id: changeId, tenantId: ctx.tenantId, domainId, provider: "cloudflare" as const };
    await tx.insert(dnsChanges).values({ ...row, plan: { add, remove, keep, zone }, createdAt: ctx.now() });
  });
  return {
    ...{ changeId, zone: zone.name, add: add.map(shown), remove: remove.map(shown), keep: keep.map(shown) },
    skipped: skipped.map(({ reason, ...record }) => ({ ...shown({ ...record, ttlSeconds: 0 }), reason })),
  };
}

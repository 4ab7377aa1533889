import { and, eq, type SQL, sql } from "drizzle-orm";
import {
  deliveries,
  domains,
  domainStats,
  groupPosts,
  groups,
  guardCases,
  mailUsers,
  tenants,
} from "../../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import { domainReach, withinReach } from "~/server/domain-reach";
import { type Attention, attentionKinds, MailCounts } from "../../schema/stats";

/** Fewer bounces or failed sign-ins in a day than this are the noise of every tenant. */
const noise = { bounces: 3, failedSignIns: 20 };
/** What waits for the engine for so long is worth a word; minutes. */
const patienceMinutes = 2;

/** What needs a look first within the caller's reach, and the figures of the first page. One round trip. */
export async function getAttention(ctx: Ctx): Promise<Attention> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const [row] = await ctx.tx((tx) => tx.execute<Counts>(everything(ctx)));
  const { users, mail, domainCounts, maxUsers, maxBytes, ...rest } = row!;
  const day = MailCounts.parse(
    Object.fromEntries(Object.keys(MailCounts.shape).map((name) => [name, mail[name] ?? 0])),
  );
  const counts: Record<(typeof attentionKinds)[number], number> = {
    ...rest,
    domainsBroken: domainCounts.broken,
    domainsAttention: domainCounts.attention,
    applyFailed: users.failed + domainCounts.failed,
    applyPending: users.pending,
    mailboxesFull: users.full,
    mailboxesNearlyFull: users.nearlyFull,
    invited: users.invited,
    bounces: day.bounced < noise.bounces ? 0 : day.bounced,
    failedSignIns: day.failedSignIns < noise.failedSignIns ? 0 : day.failedSignIns,
  };
  return {
    items: attentionKinds.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0),
    ...{ users: users.total, usedBytes: users.usedBytes, domains: domainCounts.total },
    ...{ activeDomains: domainCounts.active, day },
    // The plan is the tenant's: who is held to some domains has no share of it to compare with.
    ...(domainReach(ctx) ? {} : { plan: { maxUsers, maxBytes } }),
  };
}

function everything(ctx: Ctx): SQL {
  const { tenantId } = ctx;
  const now = ctx.now().toISOString();
  const late = sql`${now}::timestamptz - make_interval(mins => ${patienceMinutes})`;
  const ownUsers = and(eq(mailUsers.tenantId, tenantId), withinReach(ctx, mailUsers.domainId));
  const ownDomains = and(eq(domains.tenantId, tenantId), withinReach(ctx, domains.id));
  const ofOwnUsers = (column: SQL) =>
    sql`exists (select 1 from ${mailUsers} where ${mailUsers.id} = ${column} and ${ownUsers})`;
  const isBehind = sql`${mailUsers.revision} > ${mailUsers.appliedRevision}`;
  return sql`select
    (select json_build_object(
      'total', count(*),
      'usedBytes', coalesce(sum(${mailUsers.usedBytes}), 0),
      'full', count(*) filter (where ${mailUsers.usedBytes} >= ${mailUsers.quotaBytes}),
      'nearlyFull', count(*) filter (where ${mailUsers.usedBytes} >= ${mailUsers.quotaBytes} * 0.9 and ${mailUsers.usedBytes} < ${mailUsers.quotaBytes}),
      'failed', count(*) filter (where ${isBehind} and ${mailUsers.applyError} is not null),
      'pending', count(*) filter (where ${isBehind} and ${mailUsers.applyError} is null and coalesce(${mailUsers.appliedAt}, ${mailUsers.createdAt}) < ${late}),
      'invited', count(*) filter (where ${mailUsers.passwordSetAt} is null and ${mailUsers.createdAt} < ${now}::timestamptz - interval '3 days'))
      from ${mailUsers} where ${ownUsers} and ${mailUsers.state} <> 'deleted') as "users",
    (select json_build_object(
      'total', count(*),
      'active', count(*) filter (where ${domains.state} = 'active'),
      'broken', count(*) filter (where ${domains.state} in ('broken', 'proof_lost')),
      'attention', count(*) filter (where ${domains.state} = 'attention'),
      'failed', count(*) filter (where ${domains.revision} > ${domains.appliedRevision} and ${domains.applyError} is not null))
      from ${domains} where ${ownDomains}) as "domainCounts",
    (select json_build_object(${sql.join(
      Object.keys(MailCounts.shape).map(
        (name) => sql`${name}::text, coalesce(sum(${domainStats[name as keyof MailCounts]}), 0)`,
      ),
      sql`, `,
    )}) from ${domainStats} where ${and(eq(domainStats.tenantId, tenantId), withinReach(ctx, domainStats.domainId))}
      and ${domainStats.hour} > ${now}::timestamptz - interval '24 hours') as "mail",
    (select count(*)::int from ${guardCases}
      where ${guardCases.tenantId} = ${tenantId} and ${guardCases.state} = 'open' and ${ofOwnUsers(sql`${guardCases.mailUserId}`)}) as "paused",
    (select count(*)::int from ${groupPosts} join ${groups} on ${groups.id} = ${groupPosts.groupId}
      where ${groupPosts.tenantId} = ${tenantId} and ${groupPosts.state} = 'held' and ${withinReach(ctx, groups.domainId) ?? sql`true`}) as "heldPosts",
    (select count(*)::int from ${deliveries}
      where ${deliveries.tenantId} = ${tenantId} and ${deliveries.state} = 'deferred' and ${ofOwnUsers(sql`${deliveries.mailUserId}`)}) as "deferred",
    (select ${tenants.maxMailUsers} from ${tenants} where ${tenants.id} = ${tenantId}) as "maxUsers",
    (select ${tenants.maxStorageBytes}::float8 from ${tenants} where ${tenants.id} = ${tenantId}) as "maxBytes"`;
}

type Counts = { users: Users; domainCounts: Domains; mail: Record<string, number> } & Record<
  "paused" | "heldPosts" | "deferred" | "maxUsers" | "maxBytes",
  number
>;
type Users = Record<"total" | "usedBytes" | "full" | "nearlyFull" | "failed" | "pending" | "invited", number>;
type Domains = Record<"total" | "active" | "broken" | "attention" | "failed", number>;

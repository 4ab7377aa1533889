import { and, eq, type SQL, sql } from "drizzle-orm";
import { domainStats, mailStats, mailUsers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import { requireReach, withinReach } from "~/server/domain-reach";
import { type GetSeries, MailCounts, type Series } from "../../schema/stats";
import { bucketsOf } from "./buckets-of";

const names = Object.keys(MailCounts.shape) as (keyof MailCounts)[];
const columns = {
  ...{ sent: sql`"sent"`, sentOutside: sql`"sentOutside"`, delivered: sql`"delivered"`, bounced: sql`"bounced"` },
  ...{ received: sql`"received"`, spam: sql`"spam"`, signIns: sql`"signIns"`, failedSignIns: sql`"failedSignIns"` },
} satisfies Record<keyof MailCounts, SQL>;
const none = (): MailCounts => MailCounts.parse(Object.fromEntries(names.map((name) => [name, 0])));

type Row = { at: string; isBefore: boolean; usedBytes: number | null; activeUsers: number | null } & MailCounts;

/**
 * Mail over time of the tenant, of a domain or of one mailbox user, from rows that are added up already. Days begin where `timeZone` says; active
 * users are counted by days of UTC. One round trip. Throws `domain.not_found`, `user.not_found`.
 */
export async function getSeries(ctx: Ctx, { range, domainId, userId, timeZone }: GetSeries): Promise<Series> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  if (domainId) requireReach(ctx, domainId);
  const { unit, count, last, step, before } = bucketsOf(range, ctx.now(), timeZone);
  const source = userId ? ofUser(ctx, userId) : ofDomains(ctx, domainId);
  const sums = sql.join(
    names.map((name) => sql`coalesce(sum(h.${columns[name]}), 0)::int as ${columns[name]}`),
    sql`, `,
  );
  const rows = await ctx.tx((tx) =>
    tx.execute<Row>(sql`
      with buckets as (select generate_series(${before(2 * count - 1)}, ${last}, ${step}) as begin),
      hours as (${source} and hour >= ${before(2 * count - 1)} at time zone ${timeZone}),
      storage as (
        select date_trunc(${unit}, hour at time zone ${timeZone}) as begin, part, (array_agg("usedBytes" order by hour desc) filter (where "usedBytes" is not null))[1] as used
        from hours group by 1, 2),
      active as (
        select begin, sum(most) as users from (
          select date_trunc(${unit}, hour at time zone ${timeZone}) as begin, part, max("activeUsers") as most from hours group by 1, 2) a group by 1)
      select (b.begin at time zone ${timeZone}) as at, b.begin <= ${before(count)} as "isBefore", ${sums},
        (select sum(used)::float8 from storage s where s.begin = b.begin) as "usedBytes",
        (select users::int from active a where a.begin = b.begin) as "activeUsers"
      from buckets b left join hours h on date_trunc(${unit}, h.hour at time zone ${timeZone}) = b.begin
      group by b.begin order by b.begin`),
  );
  if (userId && !(await isSeen(ctx, userId, rows))) throw new AppError("user.not_found");
  return toSeries([...rows], unit === "day" && !userId);
}

/** One mailbox user's hours. What is another tenant's is held back by the tenant's filter and by the reach. */
function ofUser(ctx: Ctx, userId: string): SQL {
  const own = and(eq(mailStats.tenantId, ctx.tenantId), withinReach(ctx, mailStats.domainId));
  return sql`select ${columnsOf(mailStats)}, ${mailStats.usedBytes} as "usedBytes", 0 as "activeUsers", ${mailStats.mailUserId} as part
    from ${mailStats} where ${own} and ${mailStats.mailUserId} = ${userId}`;
}

function ofDomains(ctx: Ctx, domainId?: string): SQL {
  const own = and(eq(domainStats.tenantId, ctx.tenantId), withinReach(ctx, domainStats.domainId));
  const one = domainId ? eq(domainStats.domainId, domainId) : sql`true`;
  return sql`select ${columnsOf(domainStats)}, ${domainStats.usedBytes} as "usedBytes", ${domainStats.activeUsers} as "activeUsers", ${domainStats.domainId} as part
    from ${domainStats} where ${own} and ${one}`;
}

const columnsOf = (table: typeof mailStats | typeof domainStats): SQL =>
  sql`${table.hour} as hour, ${sql.join(
    names.map((name) => sql`${table[name]} as ${columns[name]}`),
    sql`, `,
  )}`;

/** Empty figures may mean that there is no such user: only then it is asked for. */
async function isSeen(ctx: Ctx, userId: string, rows: Iterable<Row>): Promise<boolean> {
  if ([...rows].some((row) => names.some((name) => row[name] > 0) || row.usedBytes !== null)) return true;
  const own = and(eq(mailUsers.tenantId, ctx.tenantId), eq(mailUsers.id, userId), withinReach(ctx, mailUsers.domainId));
  return (await ctx.tx((tx) => tx.select({ id: mailUsers.id }).from(mailUsers).where(own))).length > 0;
}

function toSeries(rows: Row[], isByDay: boolean): Series {
  const add = (sum: MailCounts, row: Row) =>
    MailCounts.parse(Object.fromEntries(names.map((name) => [name, sum[name] + row[name]])));
  let used: number | null = null;
  const buckets = rows.map((row) => {
    used = row.usedBytes ?? used;
    const counts = MailCounts.parse(Object.fromEntries(names.map((name) => [name, row[name]])));
    const at = new Date(row.at).toISOString();
    return {
      isBefore: row.isBefore,
      bucket: { at, ...counts, usedBytes: used, activeUsers: isByDay ? (row.activeUsers ?? 0) : null },
    };
  });
  return {
    buckets: buckets.filter(({ isBefore }) => !isBefore).map(({ bucket }) => bucket),
    totals: rows.filter(({ isBefore }) => !isBefore).reduce(add, none()),
    before: rows.filter(({ isBefore }) => isBefore).reduce(add, none()),
  };
}

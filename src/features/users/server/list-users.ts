import { and, asc, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { mailUsers, tenants, userCounts } from "../../../../db/schema";
import { type Ctx, requireRole } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { ListUsers, UserPage } from "../schema";
import { isEverybody, matchingUsers } from "./list/matching-users";
import { cursorAt, isBehind } from "./list/user-cursor";
import { sortOf } from "./list/user-sorts";
import { type MailUserRow, toMailUser } from "./mail-user-view";

/** So many are counted; of more it is said that they are more. */
const mostCounted = 1000;

/**
 * Mailbox users within the caller's reach that a filter leaves, sorted, a page at a time. One statement: page, count and seats. Throws
 * `request.invalid` for a cursor that is none.
 */
export async function listUsers(ctx: Ctx, { sort, order, after, limit, ...filter }: ListUsers): Promise<UserPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  if (filter.search) await ctx.rateLimit("search.tenant", ctx.tenantId);
  const sorted = sortOf(sort, order, filter.is?.includes("deleted") ?? false);
  const behind = after === undefined ? undefined : isBehind(after, sorted);
  const matching = matchingUsers(ctx, filter);
  // Of a whole domain, or of everybody, it is known.
  const isCounted = !isEverybody({ ...filter, domainId: undefined });
  const isCountedHere = isCounted && after === undefined;
  const reached = withinReach(ctx, userCounts.domainId);
  const { domainId } = filter;
  const direction = sorted.order === "desc" ? desc : asc;
  const rows = await ctx.tx((tx) => {
    const behindCursor = tx
      .select({ ...getTableColumns(mailUsers), sortText: sorted.text.as("sort_text") })
      .from(mailUsers)
      .where(and(matching, behind))
      .orderBy(direction(mailUsers[sorted.key]), direction(mailUsers.id))
      // On a first page those that are counted and those that are shown are found in one go.
      .limit(isCountedHere ? mostCounted + 1 : limit + 1)
      .as("behind_cursor");
    const page = tx
      .select({ ...pick(behindCursor), found: sql<number>`(count(*) over ())::int`.as("found") })
      .from(behindCursor)
      .orderBy(direction(behindCursor[sorted.key]), direction(behindCursor.id))
      .limit(limit + 1)
      .as("page");
    const counts = tx
      .select({
        max: tenants.maxMailUsers,
        all: seatsOf(ctx).as("all_users"),
        used: seatsOf(ctx, reached).as("used_seats"),
        matching: (isCounted && !isCountedHere
          ? countOf(matching)
          : seatsOf(ctx, and(reached, domainId ? eq(userCounts.domainId, domainId) : undefined))
        ).as("matching"),
      })
      .from(tenants)
      .where(eq(tenants.id, ctx.tenantId))
      .as("counts");
    return tx
      .select()
      .from(counts)
      .leftJoin(page, sql`true`)
      .orderBy(direction(page[sorted.key]), direction(page.id));
  });
  const found = rows.flatMap(({ page }) => page ?? []);
  const { max, all, used, matching: counted } = rows[0]?.counts ?? { max: 0, all: 0, used: 0, matching: 0 };
  const last = found[limit - 1];
  const count = isCountedHere ? (found[0]?.found ?? 0) : counted;
  return {
    users: found.slice(0, limit).map(toMailUser),
    ...(found.length > limit && last ? { next: cursorAt(last.id, last.sortText) } : {}),
    matching: isCounted
      ? { count: Math.min(count, mostCounted), isMore: count > mostCounted }
      : { count, isMore: false },
    // Who is held to some domains learns of their users, and of what is left for them.
    seats: { used, max: max - all + used },
  };
}

type PageColumn = keyof MailUserRow | "sortText";
const pageColumns = [...Object.keys(getTableColumns(mailUsers)), "sortText"] as PageColumn[];

const pick = <T extends Record<PageColumn, unknown>>(from: T): Pick<T, PageColumn> =>
  Object.fromEntries(pageColumns.map((name) => [name, from[name]])) as Pick<T, PageColumn>;

/** The mailbox users of the tenant, or of those domains of it that are within reach. */
function seatsOf({ tenantId }: Ctx, reached?: SQL): SQL<number> {
  const own = and(eq(userCounts.tenantId, tenantId), reached);
  return sql<number>`(select coalesce(sum(${userCounts.users}), 0)::int from ${userCounts} where ${own})`;
}

const countOf = (matching: SQL): SQL<number> =>
  sql<number>`(select count(*)::int from (select 1 from ${mailUsers} where ${matching} limit ${mostCounted + 1}) as counted)`;

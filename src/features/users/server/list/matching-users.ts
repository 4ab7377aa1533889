import { and, eq, like, lt, or, type SQL, sql } from "drizzle-orm";
import { aliases, mailUsers } from "../../../../../db/schema";
import { containing } from "~/server/containing";
import type { Ctx } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { UserFilter } from "../../schema/user-filter";
import { isDeleted, isKept, userConditions } from "./user-conditions";

const dayMs = 86_400_000;

/** The mailbox users within the caller's reach that a filter leaves; those that were deleted only when it asks for them. */
export function matchingUsers(ctx: Ctx, { domainId, search, is = [], inactiveDays }: UserFilter): SQL {
  const since = inactiveDays && new Date(ctx.now().getTime() - inactiveDays * dayMs);
  return and(
    eq(mailUsers.tenantId, ctx.tenantId),
    is.includes("deleted") ? isDeleted : isKept,
    withinReach(ctx, mailUsers.domainId),
    domainId ? eq(mailUsers.domainId, domainId) : undefined,
    search ? found(ctx, search) : undefined,
    ...is.map((condition) => userConditions[condition]),
    since ? and(lt(mailUsers.signedInAt, since), lt(mailUsers.createdAt, since)) : undefined,
  )!;
}

/** Whether a filter leaves everybody who is there. */
export const isEverybody = ({ domainId, search, is = [], inactiveDays }: UserFilter): boolean =>
  !domainId && !search && is.length === 0 && !inactiveDays;

/**
 * Every row of the tenant is read: below row-level security the planner takes no index for an operator that might tell of what it compares, as
 * those of trigrams might, and only a superuser may vouch for one.
 */
function found({ tenantId }: Ctx, search: string): SQL | undefined {
  const pattern = containing(search);
  const byAlias = sql`${mailUsers.id} in (select ${aliases.mailUserId} from ${aliases}
    where ${aliases.tenantId} = ${tenantId} and ${aliases.address} like lower(${pattern}))`;
  return or(like(mailUsers.searchText, sql`lower(${pattern})`), byAlias);
}

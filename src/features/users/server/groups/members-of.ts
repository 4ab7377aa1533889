import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { aliases, groupMembers, mailUsers } from "../../../../../db/schema";
import type { TenantId } from "~/server/context";

export type FoundMember = {
  id: string;
  userId: string | null;
  /** The address of today. */
  email: string;
  displayName: string;
  receives: boolean;
  mayPost: boolean;
  isReachable: boolean;
};

type Asked = { groupId: string; id?: string; after?: string; limit?: number };

/** Who belongs to a group, in the order in which they were added. */
export async function membersOf(tx: Transaction, tenantId: TenantId, asked: Asked): Promise<FoundMember[]> {
  const { groupId, id, after, limit } = asked;
  const query = tx
    .select({
      ...{ id: groupMembers.id, userId: groupMembers.mailUserId, receives: groupMembers.receives },
      mayPost: groupMembers.mayPost,
      email: sql<string>`coalesce(${mailUsers.address}, ${groupMembers.email})`,
      displayName: sql<string>`coalesce(${mailUsers.displayName}, '')`,
      isReachable: sql<boolean>`coalesce(${mailUsers.state} <> 'deleted' and ${mailUsers.mayReceive}, true)`,
    })
    .from(groupMembers)
    .leftJoin(mailUsers, eq(mailUsers.id, groupMembers.mailUserId))
    .where(
      and(
        eq(groupMembers.tenantId, tenantId),
        eq(groupMembers.groupId, groupId),
        id ? eq(groupMembers.id, id) : undefined,
        after ? gt(groupMembers.id, after) : undefined,
      ),
    )
    .orderBy(asc(groupMembers.id));
  return limit === undefined ? query : query.limit(limit);
}

/** Where a post to the group is to go: everybody who is reachable and wants it, each address once, the group itself never. */
export const recipientsOf = (members: FoundMember[], groupAddress: string): string[] => [
  ...new Set(
    members
      .filter(({ receives, isReachable, email }) => receives && isReachable && email !== groupAddress)
      .map(({ email }) => email),
  ),
];

/** The member whose address, or alias, this is. */
export async function memberWith(
  tx: Transaction,
  tenantId: TenantId,
  { groupId, address }: { groupId: string; address: string },
): Promise<{ id: string; mayPost: boolean; email: string } | null> {
  const isSuch = sql`(${groupMembers.email} = ${address} or ${mailUsers.address} = ${address} or exists (
    select 1 from ${aliases} where ${aliases.tenantId} = ${groupMembers.tenantId}
    and ${aliases.mailUserId} = ${groupMembers.mailUserId} and ${aliases.address} = ${address} and ${aliases.isEnabled}))`;
  const isActive = sql`coalesce(${mailUsers.state} <> 'deleted', true)`;
  const [found] = await tx
    .select({
      ...{ id: groupMembers.id, mayPost: groupMembers.mayPost },
      email: sql<string>`coalesce(${mailUsers.address}, ${groupMembers.email})`,
    })
    .from(groupMembers)
    .leftJoin(mailUsers, eq(mailUsers.id, groupMembers.mailUserId))
    .where(and(eq(groupMembers.tenantId, tenantId), eq(groupMembers.groupId, groupId), isSuch, isActive))
    .limit(1);
  return found ?? null;
}

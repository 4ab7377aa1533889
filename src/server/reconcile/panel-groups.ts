import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { domains, groupMembers, groups, mailUsers, tenants } from "../../../db/schema";
import { recipientsOf } from "~/features/users/server/groups/members-of";

const columns = {
  ...{ id: groupMembers.id, userId: groupMembers.mailUserId, receives: groupMembers.receives },
  ...{ groupId: groupMembers.groupId, mayPost: groupMembers.mayPost },
  email: sql<string>`coalesce(${mailUsers.address}, ${groupMembers.email})`,
  displayName: sql<string>`''`,
  isReachable: sql<boolean>`coalesce(${mailUsers.state} <> 'deleted' and ${mailUsers.mayReceive}, true)`,
};

/**
 * What the engine should have of groups, over all tenants: the addresses of those that are accounts there, the recipients of those that are lists, and all that are not deleted.
 * Needs the scope of a sweep.
 */
export async function readPanelGroups(tx: Transaction, now: Date) {
  const rows = await tx
    .select({ group: groups, tenantState: tenants.state, frozenUntil: domains.frozenUntil })
    .from(groups)
    .innerJoin(tenants, eq(tenants.id, groups.tenantId))
    .innerJoin(domains, eq(domains.id, groups.domainId))
    .where(or(isNull(tenants.eraseAt), gt(tenants.eraseAt, now)));
  const members = await tx
    .select(columns)
    .from(groupMembers)
    .leftJoin(mailUsers, and(eq(mailUsers.id, groupMembers.mailUserId)));
  const byGroup = Map.groupBy(members, ({ groupId }) => groupId);
  const found = { living: new Set<string>(), accounts: new Set<string>(), lists: new Map<string, string[]>() };
  for (const { group, tenantState, frozenUntil } of rows) {
    const { id, address, posting, isModerated, deletedAt, engineKeyId } = group;
    if (!deletedAt) found.living.add(address);
    const needsAccount = posting !== "anyone" || isModerated || engineKeyId !== null;
    const recipients = recipientsOf(byGroup.get(id) ?? [], address);
    if (needsAccount && (deletedAt === null || engineKeyId)) found.accounts.add(address);
    else if (!deletedAt && tenantState === "active" && !frozenUntil && recipients.length > 0)
      found.lists.set(address, recipients);
  }
  return found;
}

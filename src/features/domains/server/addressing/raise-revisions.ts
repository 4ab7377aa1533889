import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { groups, mailUsers } from "../../../../../db/schema";

/** Has mailbox users and groups, deleted ones too, brought to the engine anew by the sweep. Returns their ids. */
export async function raiseRevisions(
  tx: Transaction,
  tenantId: string,
  which: { users: SQL | undefined; groups: SQL | undefined },
): Promise<{ userIds: string[]; groupIds: string[] }> {
  const people = await tx
    .update(mailUsers)
    .set({ revision: sql`${mailUsers.revision} + 1`, applyError: null })
    .where(and(eq(mailUsers.tenantId, tenantId), which.users))
    .returning({ id: mailUsers.id });
  const touched = await tx
    .update(groups)
    .set({ revision: sql`${groups.revision} + 1`, applyError: null })
    .where(and(eq(groups.tenantId, tenantId), which.groups))
    .returning({ id: groups.id });
  return { userIds: people.map(({ id }) => id), groupIds: touched.map(({ id }) => id) };
}

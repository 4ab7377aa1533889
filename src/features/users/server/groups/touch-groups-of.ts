import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { enqueueAll } from "../../../../../jobs/enqueue-all";
import { groupMembers, groups } from "../../../../../db/schema";

/** Has the engine brought to agree with the groups that a mailbox user belongs to: their member has another address, is gone, or is back. */
export async function touchGroupsOf(tx: Transaction, tenantId: string, userId: string): Promise<void> {
  const theirs = tx
    .select({ id: groupMembers.groupId })
    .from(groupMembers)
    .where(and(eq(groupMembers.tenantId, tenantId), eq(groupMembers.mailUserId, userId)));
  const touched = await tx
    .update(groups)
    .set({ revision: sql`${groups.revision} + 1`, applyError: null })
    .where(and(eq(groups.tenantId, tenantId), isNull(groups.deletedAt), inArray(groups.id, theirs)))
    .returning({ id: groups.id });
  const jobs = touched.map(({ id }) => ({ payload: { tenantId, kind: "group" as const, id }, key: id }));
  await enqueueAll(tx, "engine.apply", jobs);
}

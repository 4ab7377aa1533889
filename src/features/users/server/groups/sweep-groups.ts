import { and, eq, exists, gt, isNotNull, isNull, lt, lte, not, or } from "drizzle-orm";
import { groupMembers, groupPosts, groups, mailUsers } from "../../../../../db/schema";
import { inScope } from "../../../../../db/transaction";
import { enqueue } from "../../../../../jobs/enqueue";
import { hasOpenJob } from "../../../../../jobs/has-open-job";
import type { Services } from "~/server/services";
import { windowStart } from "~/lib/delete-window";
import { renewBeforeMs } from "./apply-group-account";
import { heldMs } from "./expire-posts";

const batch = 500;

/**
 * Finds groups that the engine should hear of although nobody changed them: a member was renamed, deleted or kept from receiving, the key is about to
 * end, or nobody can bring the group back any more; and those with held posts whose time is over. Returns how many were found.
 */
export async function sweepGroups({ db, now }: Services): Promise<number> {
  return inScope(db, { sweep: true }, async (tx) => {
    const isMoved = exists(
      tx
        .select({ id: groupMembers.id })
        .from(groupMembers)
        .innerJoin(mailUsers, eq(mailUsers.id, groupMembers.mailUserId))
        .where(and(eq(groupMembers.groupId, groups.id), gt(mailUsers.appliedAt, groups.appliedAt))),
    );
    const isList = and(isNull(groups.deletedAt), isNull(groups.engineKeyId));
    const isEnding = lt(groups.engineKeyExpiresAt, new Date(now().getTime() + renewBeforeMs));
    const isOver = and(isNotNull(groups.deletedAt), lte(groups.deletedAt, windowStart(now())));
    const stale = await tx
      .select({ id: groups.id, tenantId: groups.tenantId })
      .from(groups)
      .where(and(or(and(isList, isMoved), isEnding, isOver), not(hasOpenJob(tx, "engine.apply", groups.id)!)))
      .limit(batch);
    for (const row of stale) await enqueue(tx, "engine.apply", { ...row, kind: "group" }, { key: row.id });
    const late = await tx
      .selectDistinct({ groupId: groupPosts.groupId, tenantId: groupPosts.tenantId })
      .from(groupPosts)
      .where(and(eq(groupPosts.state, "held"), lt(groupPosts.receivedAt, new Date(now().getTime() - heldMs))))
      .limit(batch);
    for (const row of late) await enqueue(tx, "group.posts", row, { key: row.groupId });
    return stale.length + late.length;
  });
}

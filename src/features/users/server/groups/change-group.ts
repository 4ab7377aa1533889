import { isNotNull, isNull, sql, and } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { groups } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import type { Group } from "../../schema/groups";
import { groupColumns, type GroupRow, toGroup } from "./group-view";
import { ownGroup } from "./own-group";

export type GroupChange = {
  action: string;
  set?: Partial<Pick<GroupRow, "name" | "note" | "posting" | "isModerated" | "deletedAt">>;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/**
 * The one way to change a group or who belongs to it: under the row's lock, with a new revision, one audit row and the job that brings it
 * to the engine. `decide` says what changes, `null` when all is as wished already. Throws `group.not_found`; for a deleted one too,
 * unless `deleted` is asked for.
 */
export async function changeGroup(
  ctx: Ctx,
  groupId: string,
  decide: (group: GroupRow, tx: Transaction) => Promise<GroupChange | null> | GroupChange | null,
  { deleted = false } = {},
): Promise<Group> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { tenantId } = ctx;
  const own = and(ownGroup(ctx, groupId), deleted ? isNotNull(groups.deletedAt) : isNull(groups.deletedAt));
  const row = await ctx.tx(async (tx) => {
    const [group] = await tx.select().from(groups).where(own).for("update");
    if (!group) throw new AppError("group.not_found");
    const change = await decide(group, tx);
    if (change) {
      const { action, set, before, after } = change;
      const revision = sql`${groups.revision} + 1`;
      await tx
        .update(groups)
        .set({ ...set, revision, applyError: null })
        .where(own);
      await audit(tx, ctx, { action, subject: { type: "group", id: groupId }, before, after });
      await enqueue(tx, "engine.apply", { tenantId, kind: "group", id: groupId }, { key: groupId });
    }
    return (await tx.select(groupColumns).from(groups).where(ownGroup(ctx, groupId)))[0]!;
  });
  ctx.events.publish({ tenantId, topic: "group", subjectId: groupId });
  return toGroup(row);
}

import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../../../../db/client";
import { groupPosts, groups } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { GroupPostRef } from "../../schema/group-posts";
import type { GroupRow } from "./group-view";
import { ownGroup } from "./own-group";
import type { GroupPostRow } from "./post-view";

/** A post with its group, within the caller's reach; `lock` holds the post. Throws `group.post_not_found`. */
export async function ownPost(
  tx: Transaction,
  ctx: Ctx,
  { groupId, postId }: GroupPostRef,
  { lock = false } = {},
): Promise<{ post: GroupPostRow; group: GroupRow }> {
  const query = tx
    .select({ post: groupPosts, group: groups })
    .from(groupPosts)
    .innerJoin(groups, eq(groups.id, groupPosts.groupId))
    .where(and(eq(groupPosts.tenantId, ctx.tenantId), eq(groupPosts.id, postId), ownGroup(ctx, groupId)));
  const [found] = await (lock ? query.for("update", { of: groupPosts }) : query);
  if (!found) throw new AppError("group.post_not_found");
  return found;
}

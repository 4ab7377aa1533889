import { and, desc, eq, lt } from "drizzle-orm";
import { groupPosts, groups } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { GroupPostPage, ListGroupPosts } from "../../schema/group-posts";
import { ownGroup } from "./own-group";
import { toGroupPost } from "./post-view";
import { requireCursor } from "./require-cursor";

/** Posts to a group with a rule, newest first: those that wait, or those of another state. Only for who may decide about them. Throws `group.not_found`. */
export async function listGroupPosts(
  ctx: Ctx,
  { groupId, state, after, limit }: ListGroupPosts,
): Promise<GroupPostPage> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const before = requireCursor(after);
  const own = [eq(groupPosts.tenantId, ctx.tenantId), eq(groupPosts.groupId, groupId), eq(groupPosts.state, state)];
  const [rows, [group]] = await ctx.tx((tx) =>
    Promise.all([
      tx
        .select()
        .from(groupPosts)
        .where(and(...own, before ? lt(groupPosts.id, before) : undefined))
        .orderBy(desc(groupPosts.id))
        .limit(limit + 1),
      tx.select({ id: groups.id }).from(groups).where(ownGroup(ctx, groupId)),
    ]),
  );
  if (!group) throw new AppError("group.not_found");
  const page = rows.slice(0, limit);
  return { posts: page.map(toGroupPost), ...(rows.length > limit ? { next: page.at(-1)!.id } : {}) };
}

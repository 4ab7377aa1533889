import { and, eq } from "drizzle-orm";
import { groupPosts } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import type { GroupPost, GroupPostRef } from "../../schema/group-posts";
import { decidedBy } from "./decided-by";
import { ownPost } from "./own-post";
import { toGroupPost } from "./post-view";

/** Releases a held post: the job that follows passes it on, once. Throws `group.post_not_found`, `group.post_settled`. */
export async function approveGroupPost(ctx: Ctx, ref: GroupPostRef): Promise<GroupPost> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { groupId, postId } = ref;
  const { tenantId } = ctx;
  const row = await ctx.tx(async (tx) => {
    const { post } = await ownPost(tx, ctx, ref, { lock: true });
    if (post.state !== "held") throw new AppError("group.post_settled");
    const [passing] = await tx
      .update(groupPosts)
      .set({ state: "passing", decidedBy: decidedBy(ctx), decidedAt: null })
      .where(and(eq(groupPosts.tenantId, tenantId), eq(groupPosts.id, postId)))
      .returning();
    const subject = { type: "group", id: groupId } as const;
    await audit(tx, ctx, { action: "group.approve_post", subject, after: { postId, sender: post.sender } });
    await enqueue(tx, "group.posts", { tenantId, groupId }, { key: groupId });
    return passing!;
  });
  ctx.events.publish({ tenantId, topic: "group", subjectId: groupId });
  return toGroupPost(row);
}

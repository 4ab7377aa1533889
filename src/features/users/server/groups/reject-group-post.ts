import { and, eq } from "drizzle-orm";
import { groupPosts } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { mailAddress } from "~/lib/mail-address";
import { audit } from "~/server/audit";
import { type Ctx, requireRole } from "~/server/context";
import type { GroupPost, RejectGroupPost } from "../../schema/group-posts";
import { decidedBy } from "./decided-by";
import { ownPost } from "./own-post";
import { withGroupEngine } from "./post-engine";
import { toGroupPost } from "./post-view";
import { rejectionLetter } from "./rejection-letter";

/**
 * Throws a held post away; its sender hears of it when there is a word for them, once however often this is tried. Throws `group.post_not_found`,
 * `group.post_settled`, and `engine.unavailable` when the word could not be sent: then nothing has changed.
 */
export async function rejectGroupPost(ctx: Ctx, { word, ...ref }: RejectGroupPost): Promise<GroupPost> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { groupId, postId } = ref;
  const { tenantId } = ctx;
  const { post, group } = await ctx.tx((tx) => ownPost(tx, ctx, ref));
  if (post.state !== "held") throw new AppError("group.post_settled");
  if (word && mailAddress.test(post.sender)) {
    const { address } = group;
    const facts = { group: address, sender: post.sender, subject: post.subject, word, at: ctx.now() };
    const messageId = `${postId}.reply@${address.slice(address.indexOf("@") + 1)}`;
    const raw = rejectionLetter({ ...facts, messageId });
    const letter = { raw, sender: address, recipients: [post.sender], key: `reply-${postId}` };
    await withGroupEngine(ctx, group, (engine) => engine.submissions.passOn(letter));
  }
  const row = await ctx.tx(async (tx) => {
    const own = and(eq(groupPosts.tenantId, tenantId), eq(groupPosts.id, postId), eq(groupPosts.state, "held"));
    const set = { state: "rejected", decidedBy: decidedBy(ctx), decidedAt: ctx.now() } as const;
    const [rejected] = await tx.update(groupPosts).set(set).where(own).returning();
    if (!rejected) throw new AppError("group.post_settled");
    const after = { postId, sender: post.sender, isTold: Boolean(word) };
    await audit(tx, ctx, { action: "group.reject_post", subject: { type: "group", id: groupId }, after });
    return rejected;
  });
  // What is left of it is of no use to anybody; the row says that it was there.
  await withGroupEngine(ctx, group, (engine) => engine.messages.destroy([post.emailId])).catch(() => {});
  ctx.events.publish({ tenantId, topic: "group", subjectId: groupId });
  return toGroupPost(row);
}

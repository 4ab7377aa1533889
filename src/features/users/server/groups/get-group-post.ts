import { type Ctx, requireRole } from "~/server/context";
import type { GroupPostPreview, GroupPostRef } from "../../schema/group-posts";
import { ownPost } from "./own-post";
import { withGroupEngine } from "./post-engine";
import { toGroupPost } from "./post-view";

const longestText = 20_000;
const mostAttachments = 50;

/**
 * A post that waits, with its words as plain text: nothing of its markup, its pictures or its files reaches the page. Throws `group.post_not_found`,
 * `engine.unavailable`.
 */
export async function getGroupPost(ctx: Ctx, ref: GroupPostRef): Promise<GroupPostPreview> {
  requireRole(ctx, "owner", "admin", "domain_admin");
  const { post, group } = await ctx.tx((tx) => ownPost(tx, ctx, ref));
  const shown = toGroupPost(post);
  if (post.state !== "held") return { ...shown, text: "", isCut: false, attachments: [] };
  const message = await withGroupEngine(ctx, group, (engine) => engine.messages.get(post.emailId));
  const text = message.text?.trim() || message.preview;
  return {
    ...shown,
    text: text.slice(0, longestText),
    isCut: message.truncated || text.length > longestText || !message.text?.trim(),
    attachments: message.attachments
      .slice(0, mostAttachments)
      .map(({ name, type, size }) => ({ name, type: type.slice(0, 200), size })),
  };
}

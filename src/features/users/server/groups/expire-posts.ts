import { and, eq, inArray, lt } from "drizzle-orm";
import { groupPosts } from "../../../../../db/schema";
import type { UserEngine } from "~/engine/mail-engine";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";

const dayMs = 86_400_000;
/** For so long a held post waits for somebody to decide; then it is thrown away, with word to nobody but the audit log. */
export const heldMs = 30 * dayMs;
const rememberedMs = 90 * dayMs;
const batch = 100;

/** Throws away a group's posts that nobody decided about for 30 days, and forgets decisions after 90. */
export async function expirePosts(ctx: Ctx, engine: UserEngine, groupId: string): Promise<void> {
  const own = and(eq(groupPosts.tenantId, ctx.tenantId), eq(groupPosts.groupId, groupId));
  const before = (ms: number) => new Date(ctx.now().getTime() - ms);
  const expired = await ctx.tx(async (tx) => {
    const old = await tx
      .select()
      .from(groupPosts)
      .where(and(own, eq(groupPosts.state, "held"), lt(groupPosts.receivedAt, before(heldMs))))
      .limit(batch)
      .for("update");
    const ids = old.map(({ id }) => id);
    const set = { state: "rejected", reason: "expired", decidedAt: ctx.now() } as const;
    if (ids.length > 0)
      await tx
        .update(groupPosts)
        .set(set)
        .where(and(own, inArray(groupPosts.id, ids)));
    for (const { id, sender } of old) {
      const subject = { type: "group", id: groupId } as const;
      await audit(tx, ctx, { action: "group.expire_post", subject, after: { postId: id, sender } });
    }
    const isOver = inArray(groupPosts.state, ["passed", "rejected"]);
    await tx.delete(groupPosts).where(and(own, isOver, lt(groupPosts.decidedAt, before(rememberedMs))));
    return old;
  });
  if (expired.length > 0) await engine.messages.destroy(expired.map(({ emailId }) => emailId)).catch(() => {});
}

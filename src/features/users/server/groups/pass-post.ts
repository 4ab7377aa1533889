import { createHash } from "node:crypto";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { groupPosts } from "../../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import type { Ctx } from "~/server/context";
import type { GroupPostReason } from "../../schema/group-posts";
import type { GroupSubject } from "./group-subject";
import { withListFields } from "./list-fields";
import type { GroupPostRow } from "./post-view";

/** Whoever claimed a post and is silent for so long is not coming back. */
const claimMs = 5 * 60_000;

/**
 * Passes one post on to everybody who gets the group's posts, once: the row is claimed before the engine hears of it, and the engine's own record says
 * who was handed it already when it has to be done again. Nothing when somebody else is at it. Rejects with `EngineError`; then it stays to be passed on.
 */
export async function passPost(
  ctx: Ctx,
  engine: UserEngine,
  { group, postId }: { group: GroupSubject; postId: string },
) {
  const post = await claim(ctx, postId);
  if (!post) return;
  try {
    const copyId = await handOver(engine, group, post);
    await settle(ctx, post, { state: "passed", reason: post.reason });
    // Gone from the group's account: what was passed on is the members'.
    await engine.messages.destroy([post.emailId, copyId]).catch(() => {});
  } catch (error) {
    const reason = error instanceof EngineError ? lasting[error.failure] : undefined;
    if (reason) await settle(ctx, post, reason);
    else await settle(ctx, post, { state: "passing", reason: post.reason });
    if (!reason) throw error;
  }
}

type Settled = { state: GroupPostRow["state"]; reason: string | null };

/** What trying again would not change: a person looks at it. */
const lasting: Partial<Record<EngineError["failure"], Settled & { reason: GroupPostReason }>> = {
  refused: { state: "held", reason: "engine_refused" },
  notFound: { state: "rejected", reason: "gone" },
};

async function handOver(engine: UserEngine, { address, name, recipients }: GroupSubject, post: GroupPostRow) {
  const raw = await engine.messages.source(post.emailId);
  // By content: the same message under another id is still the same message.
  const key = `post-${createHash("sha256").update(raw).digest("hex").slice(0, 40)}`;
  const passed = { raw: withListFields(raw, { address, name }), sender: address, recipients, key };
  return (await engine.submissions.passOn(passed)).emailId;
}

const isOwn = (ctx: Ctx, postId: string) =>
  and(eq(groupPosts.tenantId, ctx.tenantId), eq(groupPosts.id, postId), eq(groupPosts.state, "passing"));

async function claim(ctx: Ctx, postId: string): Promise<GroupPostRow | undefined> {
  const isFree = or(isNull(groupPosts.decidedAt), lt(groupPosts.decidedAt, new Date(ctx.now().getTime() - claimMs)));
  const [post] = await ctx.tx((tx) =>
    tx
      .update(groupPosts)
      .set({ decidedAt: ctx.now() })
      .where(and(isOwn(ctx, postId), isFree))
      .returning(),
  );
  return post;
}

async function settle(ctx: Ctx, { id }: GroupPostRow, { state, reason }: Settled): Promise<void> {
  const decidedAt = state === "passing" ? null : ctx.now();
  await ctx.tx((tx) => tx.update(groupPosts).set({ state, reason, decidedAt }).where(isOwn(ctx, id)));
}

import { and, asc, eq, isNull, lt, or } from "drizzle-orm";
import { groupMembers, groupPosts, groups } from "../../../../../db/schema";
import { enqueue } from "../../../../../jobs/enqueue";
import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import type { Message } from "~/engine/mail-objects";
import { audit } from "~/server/audit";
import type { Ctx } from "~/server/context";
import type { GroupRef } from "../../schema/groups";
import { expirePosts } from "./expire-posts";
import { openGroupKey } from "./group-key";
import { findGroup, type GroupSubject } from "./group-subject";
import { newPosts } from "./new-posts";
import { noteHeldPost } from "./note-held-post";
import { passPost } from "./pass-post";
import { readPost } from "./read-post";

/** As many as one run goes on with; the sweep asks for the next. */
const batch = 100;

/**
 * Looks at what came for a group with a rule: decides, writes down, and passes on what may pass. Any number of workers may do it at the same time,
 * and whatever interrupts it, it goes on when it is called again. Rejects with `EngineError`.
 */
export async function lookAtPosts(ctx: Ctx, { groupId }: GroupRef): Promise<void> {
  const group = await findGroup(ctx, groupId);
  if (!group?.sealedEngineKey || group.deletedAt || !group.mayPass) return;
  const engine = ctx.engine.forUser(openGroupKey(ctx.secretBox, groupId, group.sealedEngineKey));
  try {
    await takeIn(ctx, engine, group);
  } catch (error) {
    if (error instanceof EngineError && error.failure === "unauthorized") await askForKey(ctx, groupId);
    throw error;
  }
  await expirePosts(ctx, engine, groupId);
  const waiting = await ctx.tx((tx) =>
    tx
      .select({ id: groupPosts.id })
      .from(groupPosts)
      .where(and(ofGroup(ctx, groupId), eq(groupPosts.state, "passing"), isFree(ctx)))
      .orderBy(asc(groupPosts.id))
      .limit(batch),
  );
  for (const { id } of waiting) await passPost(ctx, engine, { group, postId: id });
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "group", subjectId: groupId });
}

const ofGroup = (ctx: Ctx, groupId: string) =>
  and(eq(groupPosts.tenantId, ctx.tenantId), eq(groupPosts.groupId, groupId));

const isFree = (ctx: Ctx) =>
  or(isNull(groupPosts.decidedAt), lt(groupPosts.decidedAt, new Date(ctx.now().getTime() - 5 * 60_000)));

/** The key was destroyed by somebody else, or ended: applying the group mints the next one. */
async function askForKey({ tx: inTx, tenantId }: Ctx, groupId: string): Promise<void> {
  await inTx(async (tx) => {
    const own = and(eq(groups.tenantId, tenantId), eq(groups.id, groupId));
    await tx.update(groups).set({ engineKeyExpiresAt: null }).where(own);
    await enqueue(tx, "engine.apply", { tenantId, kind: "group", id: groupId }, { key: groupId });
  });
}

async function takeIn(ctx: Ctx, engine: UserEngine, group: GroupSubject): Promise<void> {
  const { ids, state } = await newPosts(engine, group.postState);
  if (ids.length > 0) {
    const mailboxes = await engine.mailboxes.list();
    const [inboxId, junkId] = (["inbox", "junk"] as const).map(
      (role) => mailboxes.find((mailbox) => mailbox.role === role)?.id ?? null,
    );
    for (const id of ids) {
      const message = await find(engine, id);
      const isPost = message?.mailboxIds.some((at) => at === inboxId || at === junkId);
      if (message && isPost) await writeDown(ctx, engine, { group, message, junkId: junkId ?? null });
    }
  }
  // Last: who is interrupted before looks at the same posts again, and finds them written down.
  if (state === group.postState) return;
  const own = and(eq(groups.tenantId, ctx.tenantId), eq(groups.id, group.id));
  await ctx.tx((tx) => tx.update(groups).set({ postState: state }).where(own));
}

/** One that is gone was passed on, or thrown away, since the list was made. */
const find = (engine: UserEngine, id: string): Promise<Message | null> =>
  engine.messages.get(id).catch((error: unknown) => {
    if (error instanceof EngineError && error.failure === "notFound") return null;
    throw error;
  });

type Arrived = { group: GroupSubject; message: Message; junkId: string | null };

async function writeDown(ctx: Ctx, engine: UserEngine, { group, message, junkId }: Arrived): Promise<void> {
  const { tenantId } = ctx;
  const groupId = group.id;
  const known = await ctx.tx((tx) =>
    tx
      .select({ id: groupPosts.id })
      .from(groupPosts)
      .where(and(ofGroup(ctx, groupId), eq(groupPosts.emailId, message.id))),
  );
  if (known.length > 0) return;
  const { leaverId, ...post } = await readPost(ctx, { engine, group, message, junkId });
  const decidedAt = post.state === "rejected" ? ctx.now() : null;
  await ctx.tx(async (tx) => {
    const values = { tenantId, groupId, emailId: message.id, ...post, decidedAt, createdAt: ctx.now() };
    const made = await tx.insert(groupPosts).values(values).onConflictDoNothing().returning({ id: groupPosts.id });
    if (made.length === 0) return;
    if (post.state === "held") await noteHeldPost(tx, ctx, group);
    if (!leaverId) return;
    const member = and(eq(groupMembers.tenantId, tenantId), eq(groupMembers.id, leaverId));
    await tx.update(groupMembers).set({ receives: false }).where(member);
    const subject = { type: "group", id: groupId } as const;
    await audit(tx, ctx, { action: "group.unsubscribe", subject, after: { email: post.sender } });
  });
  if (post.state === "rejected") await engine.messages.destroy([message.id]).catch(() => {});
}

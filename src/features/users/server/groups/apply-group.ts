import { and, eq } from "drizzle-orm";
import { groups } from "../../../../../db/schema";
import { EngineError } from "~/engine/engine-error";
import type { Ctx } from "~/server/context";
import type { GroupRef } from "../../schema/groups";
import { applyGroupAccount, type GroupAccount } from "./apply-group-account";
import { eraseGroup } from "./erase-group";
import { findGroup, type GroupSubject } from "./group-subject";

/** How often a row may change while the engine is at work before the next job goes on with it. */
const rounds = 5;
const nothing: GroupAccount = { engineId: null, sealedEngineKey: null, engineKeyId: null, engineKeyExpiresAt: null };

/**
 * Makes the engine agree with a group. Who lets anybody write, unmoderated, is a list there, which expands by itself; every other group is an
 * account of which a job passes posts on. Once an account, a group stays one, so that no post is lost in between. Idempotent by address.
 * Rejects with `EngineError` after the reason was stored.
 */
export async function applyGroup(ctx: Ctx, { groupId }: GroupRef): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    const group = await findGroup(ctx, groupId);
    if (!group) return;
    if (group.isOver) return eraseGroup(ctx, group);
    const made = await attempt(ctx, group);
    if (await settle(ctx, group, made)) break;
  }
  ctx.events.publish({ tenantId: ctx.tenantId, topic: "group", subjectId: groupId });
}

const rowOf = (ctx: Ctx, { id, revision }: GroupSubject) =>
  and(eq(groups.tenantId, ctx.tenantId), eq(groups.id, id), eq(groups.revision, revision));

async function attempt(ctx: Ctx, group: GroupSubject): Promise<GroupAccount> {
  try {
    return await makeSo(ctx, group);
  } catch (error) {
    if (error instanceof EngineError) {
      await ctx.tx((tx) => tx.update(groups).set({ applyError: error.failure }).where(rowOf(ctx, group)));
      ctx.events.publish({ tenantId: ctx.tenantId, topic: "group", subjectId: group.id });
    }
    throw error;
  }
}

async function makeSo(ctx: Ctx, group: GroupSubject): Promise<GroupAccount> {
  const { accounts, lists } = ctx.engine.directory;
  const { address, name: description, recipients, aliases, posting, isModerated, deletedAt } = group;
  const needsAccount = posting !== "anyone" || isModerated || group.engineKeyId !== null;
  if (needsAccount && (deletedAt === null || group.engineKeyId)) return applyGroupAccount(ctx, group);
  // What would vanish is better refused: its sender hears of it.
  if (deletedAt || !group.mayPass || recipients.length === 0) {
    await lists.remove(address);
    return nothing;
  }
  try {
    return { ...nothing, engineId: (await lists.ensure({ address, description, recipients, aliases })).id };
  } catch (error) {
    const isAccount = error instanceof EngineError && error.failure === "conflict" && (await accounts.find(address));
    // Made an account and not written down before the process ended.
    if (isAccount) return applyGroupAccount(ctx, group);
    throw error;
  }
}

/** Stores what was applied. False when the row changed meanwhile: then it is done again, with the account that is there now. */
async function settle(ctx: Ctx, group: GroupSubject, made: GroupAccount): Promise<boolean> {
  const settled = await ctx.tx(async (tx) => {
    const own = and(eq(groups.tenantId, ctx.tenantId), eq(groups.id, group.id));
    await tx.update(groups).set(made).where(own);
    return tx
      .update(groups)
      .set({ appliedRevision: group.revision, applyError: null, appliedAt: ctx.now() })
      .where(rowOf(ctx, group))
      .returning({ id: groups.id });
  });
  const { engineId: accountId, engineKeyId: keyId } = group;
  if (accountId && keyId && keyId !== made.engineKeyId)
    await ctx.engine.directory.keys
      .destroy({ accountId, keyId })
      .catch((error: unknown) => ctx.log.warn("an engine key is left behind", { tenant_id: ctx.tenantId, error }));
  return settled.length > 0;
}

import { EngineError } from "~/engine/engine-error";
import type { Ctx } from "~/server/context";
import { requireOwnAccount } from "../require-own-account";
import { unknownHash } from "../access/unknown-hash";
import { sealGroupKey } from "./group-key";
import type { GroupSubject } from "./group-subject";
import type { GroupRow } from "./group-view";

const dayMs = 86_400_000;
const keyLifeMs = 365 * dayMs;
/** What is left of a key when the next one is minted. */
export const renewBeforeMs = 30 * dayMs;
/** Held posts and those on their way; beyond it senders are asked to try later. */
const quotaBytes = 1024 ** 3;

export type GroupAccount = Pick<GroupRow, "engineId" | "sealedEngineKey" | "engineKeyId" | "engineKeyExpiresAt">;

const blocksOf = ({ deletedAt, mayPass }: GroupSubject) => {
  if (deletedAt) return ["signIn", "send", "receive"] as const;
  return mayPass ? [] : (["send"] as const);
};

/**
 * A group with a rule, or with posts that wait: an account that nobody signs in to but we, with a key that is renewed in time. The list that
 * had the address gives way in the request that makes the account, so that no mail is refused in between.
 */
export async function applyGroupAccount(ctx: Ctx, group: GroupSubject): Promise<GroupAccount> {
  const { keys } = ctx.engine.directory;
  const { id } = group;
  const { accountId } = await ensureAccount(ctx, group);
  const left = (group.engineKeyExpiresAt?.getTime() ?? 0) - ctx.now().getTime();
  const { sealedEngineKey, engineKeyId, engineKeyExpiresAt } = group;
  if (left > renewBeforeMs && sealedEngineKey && accountId === group.engineId)
    return { engineId: accountId, sealedEngineKey, engineKeyId, engineKeyExpiresAt };
  const expiresAt = new Date(ctx.now().getTime() + keyLifeMs);
  const { keyId, secret } = await keys.mint({ accountId, description: "DeftMail group", expiresAt });
  return {
    ...{ engineId: accountId, engineKeyId: keyId, engineKeyExpiresAt: expiresAt },
    sealedEngineKey: sealGroupKey(ctx.secretBox, id, secret),
  };
}

async function ensureAccount(ctx: Ctx, group: GroupSubject): Promise<{ accountId: string }> {
  const { accounts, lists } = ctx.engine.directory;
  const { id, address, name, aliases, engineId, engineKeyId } = group;
  const account = {
    ...{ address, displayName: name, quotaBytes, blocks: blocksOf(group), aliases },
    passwordHash: unknownHash(id),
  };
  if (engineKeyId && engineId) return accounts.ensure({ ...account, accountId: engineId });
  await requireOwnAccount(ctx, group);
  try {
    return await accounts.ensure({ ...account, ...(engineId ? { replacesListId: engineId } : {}) });
  } catch (error) {
    if (!(error instanceof EngineError) || error.failure !== "conflict") throw error;
    // A list that was made and not written down before the process ended.
    await lists.remove(address);
    return accounts.ensure(account);
  }
}

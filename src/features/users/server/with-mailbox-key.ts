import type { UserEngine } from "~/engine/mail-engine";
import type { Ctx } from "~/server/context";

const keyLifetimeMs = 5 * 60_000;

/** Works in one mailbox under a key that lives for `work` only. Rejects with `EngineError`, also for an account that may not sign in. */
export async function withMailboxKey(
  ctx: Ctx,
  { accountId, purpose }: { accountId: string; purpose: string },
  work: (engine: UserEngine) => Promise<void>,
): Promise<void> {
  const { keys } = ctx.engine.directory;
  const expiresAt = new Date(ctx.now().getTime() + keyLifetimeMs);
  const { keyId, secret } = await keys.mint({ accountId, description: `DeftMail ${purpose}`, expiresAt });
  try {
    await work(ctx.engine.forUser(secret));
  } finally {
    await keys.destroy({ accountId, keyId });
  }
}

import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import { sessionEngineKey } from "~/features/auth/server/session-engine-key";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";

/** Keys of live sessions, so that a click does not ask the database first. A key that was destroyed opens nothing, wherever it is kept. */
const keys = new Map<string, string>();
const keysKept = 2000;

/**
 * Acts in the engine as the mailbox user of this session. Throws `auth.required` when the session or its key has ended, and the
 * key is then forgotten.
 */
export async function withEngine<T>(ctx: MailboxCtx, work: (engine: UserEngine) => Promise<T>): Promise<T> {
  const { sessionId } = ctx.actor;
  const secret = keys.get(sessionId) ?? (await sessionEngineKey(ctx));
  if (!keys.has(sessionId) && keys.size >= keysKept) keys.delete(keys.keys().next().value!);
  keys.set(sessionId, secret);
  try {
    return await work(ctx.engine.forUser(secret));
  } catch (error) {
    if (!(error instanceof EngineError) || error.failure !== "unauthorized") throw error;
    keys.delete(sessionId);
    throw new AppError("auth.required", {}, { cause: error });
  }
}

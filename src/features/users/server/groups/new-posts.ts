import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import type { MailboxRole } from "~/engine/mail-objects";

/** Ids of messages that came since `state`, and the state up to which was looked; everything that lies there when the engine no longer knows. */
export async function newPosts(engine: UserEngine, state: string | null): Promise<{ ids: string[]; state: string }> {
  if (state === null) return everything(engine);
  try {
    const ids: string[] = [];
    for (let at = state; ;) {
      const { created, newState, hasMore } = await engine.changes({ type: "Email", state: at });
      ids.push(...created);
      if (!hasMore || newState === at) return { ids, state: newState };
      at = newState;
    }
  } catch (error) {
    if (error instanceof EngineError && error.failure === "stateTooOld") return everything(engine);
    throw error;
  }
}

async function everything(engine: UserEngine): Promise<{ ids: string[]; state: string }> {
  const ids: string[] = [];
  // The state first: what comes while the folders are read is seen twice, not missed.
  const { states } = await engine.overview({ mailbox: { role: "inbox" }, limit: 1 });
  for (const role of ["inbox", "junk"] as const) ids.push(...(await inFolder(engine, role)));
  return { ids: ids.toReversed(), state: states.Email ?? "" };
}

async function inFolder(engine: UserEngine, role: MailboxRole): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await engine.threads.list({ mailbox: { role }, limit: 100, ...(after ? { after } : {}) });
    for (const { messageIds } of page.threads) ids.push(...messageIds.toReversed());
    if (!page.cursor) return ids;
    after = page.cursor;
  }
}

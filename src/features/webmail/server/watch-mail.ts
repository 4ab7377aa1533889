import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import { sessionEngineKey } from "~/features/auth/server/session-engine-key";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { liveEvents } from "~/server/live";
import { inStreamSlot } from "~/server/stream-slots";
import type { MailChange, WatchMail } from "../schema";

/**
 * Says which kinds of things moved in the mailbox, and in which threads, first of all since the states that the page has read, until the page goes away or
 * the session ends. Carries no mail. Throws `auth.required`, `request.too_many`.
 */
export const watchMail = (ctx: MailboxCtx, { since }: WatchMail, signal: AbortSignal): AsyncGenerator<MailChange> =>
  inStreamSlot(ctx.actor.mailUserId, async function* () {
    const engine = ctx.engine.forUser(await sessionEngineKey(ctx));
    const { over, stop } = endWithSession(ctx, signal);
    const threads = threadsThatChange(engine, since?.Email);
    let read = since;
    try {
      for await (const change of engine.events(over)) {
        const types = (Object.keys(change) as MailChange["types"]).filter((type) =>
          read ? type in read && read[type as keyof typeof read] !== change[type] : true,
        );
        read = undefined;
        if (types.length > 0) yield { types, threadIds: await threads(change.Email) };
      }
      if (!signal.aborted) throw new AppError("auth.required");
    } finally {
      stop();
    }
  });

/** Names the threads of each change, from state to state. What cannot be said is any thread: the page reads what it shows anew then. */
function threadsThatChange(engine: UserEngine, state: string | undefined) {
  let known = state;
  return async (next: string | undefined): Promise<string[] | null> => {
    if (next === undefined) return [];
    const since = known;
    known = next;
    if (since === undefined || since === next) return since === undefined ? null : [];
    try {
      const { threadIds, newState } = await engine.changedThreads(since);
      known = newState;
      return threadIds;
    } catch (error) {
      if (error instanceof EngineError && error.failure !== "unauthorized") return null;
      throw error;
    }
  };
}

/** A mail server may keep a stream open although its key was destroyed: the session's end is what ends it. */
function endWithSession(ctx: MailboxCtx, signal: AbortSignal): { over: AbortSignal; stop: () => void } {
  const ended = new AbortController();
  const over = AbortSignal.any([signal, ended.signal]);
  const follow = async () => {
    for await (const { topic } of liveEvents(ctx, over)) if (topic === "session") break;
  };
  void follow().finally(() => ended.abort());
  return { over, stop: () => ended.abort() };
}

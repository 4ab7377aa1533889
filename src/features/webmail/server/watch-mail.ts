import { sessionEngineKey } from "~/features/auth/server/session-engine-key";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { liveEvents } from "~/server/live";
import { inStreamSlot } from "~/server/stream-slots";
import type { MailChange, WatchMail } from "../schema";

/**
 * Says which kinds of things moved in the mailbox, first of all since the states that the page has read, until the page goes away or
 * the session ends. Carries no mail. Throws `auth.required`, `request.too_many`.
 */
export const watchMail = (ctx: MailboxCtx, { since }: WatchMail, signal: AbortSignal): AsyncGenerator<MailChange> =>
  inStreamSlot(ctx.actor.mailUserId, async function* () {
    const engine = ctx.engine.forUser(await sessionEngineKey(ctx));
    const { over, stop } = endWithSession(ctx, signal);
    let read = since;
    try {
      for await (const change of engine.events(over)) {
        const types = (Object.keys(change) as MailChange["types"]).filter((type) =>
          read ? type in read && read[type as keyof typeof read] !== change[type] : true,
        );
        read = undefined;
        if (types.length > 0) yield { types };
      }
      if (!signal.aborted) throw new AppError("auth.required");
    } finally {
      stop();
    }
  });

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

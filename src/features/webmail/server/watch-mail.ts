import { sessionEngineKey } from "~/features/auth/server/session-engine-key";
import type { MailboxCtx } from "~/server/context";
import type { MailChange, WatchMail } from "../schema";

/**
 * Says which kinds of things moved in the mailbox, first of all since the states that the page has read, until the page goes away or
 * the session ends. Carries no mail. Throws `auth.required`.
 */
export async function* watchMail(
  ctx: MailboxCtx,
  { since }: WatchMail,
  signal: AbortSignal,
): AsyncGenerator<MailChange> {
  const engine = ctx.engine.forUser(await sessionEngineKey(ctx));
  let read = since;
  for await (const change of engine.events(signal)) {
    const types = (Object.keys(change) as MailChange["types"]).filter((type) =>
      read ? type in read && read[type as keyof typeof read] !== change[type] : true,
    );
    read = undefined;
    if (types.length > 0) yield { types };
  }
}

import { sessionEngineKey } from "~/features/auth/server/session-engine-key";
import type { MailboxCtx } from "~/server/context";
import type { MailChange } from "../schema";

/** Says which kinds of things moved in the mailbox, until the page goes away or the session ends. Carries no mail. */
export async function* watchMail(ctx: MailboxCtx, signal: AbortSignal): AsyncGenerator<MailChange> {
  const engine = ctx.engine.forUser(await sessionEngineKey(ctx));
  for await (const change of engine.events(signal)) yield { types: Object.keys(change) as MailChange["types"] };
}

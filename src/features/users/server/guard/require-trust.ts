import { AppError } from "~/lib/errors";
import { type MailboxCtx, systemContext } from "~/server/context";
import { findSign } from "./find-sign";
import { pauseSending } from "./pause-sending";
import { readFigures } from "./read-figures";

/**
 * Before webmail sends: refuses when the mailbox is paused, and pauses it when this message would make it one that sends as if somebody else had
 * it. Recipients of the tenant's own domains do not count. Throws `user.sending_paused`.
 */
export async function requireTrust(ctx: MailboxCtx, recipients: readonly string[]): Promise<void> {
  const { tenantId, actor } = ctx;
  const [figures] = await ctx.tx((tx) => readFigures(tx, [actor.mailUserId], ctx.now(), recipients));
  if (!figures) return;
  const found = figures.isPaused ? null : findSign(figures);
  if (found) await pauseSending(systemContext(ctx, { job: "guard" }, tenantId), actor.mailUserId, found);
  if (found || figures.isPaused) throw new AppError("user.sending_paused");
}

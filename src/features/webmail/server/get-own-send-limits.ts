import { AppError } from "~/lib/errors";
import { readSendLimits } from "~/features/users/server/limits/get-send-limits";
import type { SendUsage } from "~/features/users/schema/limits";
import type { MailboxCtx } from "~/server/context";

/**
 * To how many recipients this mailbox may still send within the hour and the day. Where the domain or the tenant leaves less, that is what is
 * left; what others sent is not told. Throws `auth.required` when the mailbox is gone.
 */
export async function getOwnSendLimits(ctx: MailboxCtx): Promise<SendUsage> {
  const limits = await ctx.tx((tx) => readSendLimits(tx, ctx, ctx.actor.mailUserId));
  if (!limits) throw new AppError("auth.required");
  const { user, binding } = limits;
  const own = (window: "hour" | "day") => ({ ...user[window], left: limits[binding[window]][window].left });
  return { hour: own("hour"), day: own("day") };
}

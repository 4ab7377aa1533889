import { trustedSenders } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { TrustSender } from "../../schema/reading";
import { withEngine } from "../session-engine";
import { authenticationOf } from "./authentication-of";

/** From now on pictures in messages of this sender are shown. Throws `message.not_found`, `message.sender_unproven`. */
export async function trustSender(ctx: MailboxCtx, { messageId }: TrustSender): Promise<void> {
  const message = await withEngine(ctx, (engine) => engine.messages.get(messageId));
  const isVerified = authenticationOf(message, ctx.platform.mailHost)?.verdict === "verified";
  const address = message.from[0]?.email.toLowerCase();
  if (!isVerified || !address) throw new AppError("message.sender_unproven");
  const { tenantId } = ctx;
  const { mailUserId } = ctx.actor;
  await ctx.tx((tx) => tx.insert(trustedSenders).values({ tenantId, mailUserId, address }).onConflictDoNothing());
}

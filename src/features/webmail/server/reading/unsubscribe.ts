import { AppError } from "~/lib/errors";
import { audit } from "~/server/audit";
import type { MailboxCtx } from "~/server/context";
import { targetRulesOf } from "~/server/guarded-fetch/target-rules";
import type { Unsubscribed, UnsubscribeFrom } from "../../schema/reading";
import { withEngine } from "../session-engine";
import { authenticationOf } from "./authentication-of";
import { callList } from "./call-list";
import { unsubscribeOf } from "./unsubscribe-of";

/**
 * Leaves the list that a message came from by the one call that it names (RFC 8058): a POST without anything that tells who reads, which
 * follows no redirect. Throws `message.not_found`, `message.no_unsubscribe`, `request.too_many`.
 */
export async function unsubscribe(ctx: MailboxCtx, { messageId }: UnsubscribeFrom): Promise<Unsubscribed> {
  const message = await withEngine(ctx, (engine) => engine.messages.get(messageId));
  const way = unsubscribeOf(message, authenticationOf(message, ctx.platform.mailHost));
  if (way?.shown.kind !== "one_click") throw new AppError("message.no_unsubscribe");
  const { host } = way.shown;
  await ctx.rateLimit("unsubscribe.mailbox", ctx.actor.mailUserId);
  const outcome = await callList(way.url, targetRulesOf(ctx.platform));
  const subject = { type: "mail_user", id: ctx.actor.mailUserId } as const;
  await ctx.tx((tx) => audit(tx, ctx, { action: "reading.unsubscribe", subject, after: { host, outcome } }));
  return { outcome };
}

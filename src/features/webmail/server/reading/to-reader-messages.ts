import type { Message as EngineMessage } from "~/engine/mail-objects";
import type { MailboxCtx } from "~/server/context";
import type { Message } from "../../schema";
import { authenticationOf } from "./authentication-of";
import { knownSenders } from "./known-senders";
import { unsubscribeOf } from "./unsubscribe-of";
import { warningsOf } from "./warnings-of";

/** Messages of the engine as they are shown: without the fields that only the server can judge, and with what it makes of them. */
export async function toReaderMessages(ctx: MailboxCtx, messages: EngineMessage[]): Promise<Message[]> {
  const senders = messages.flatMap(({ from }) => from.slice(0, 1));
  const emails = [...new Set(senders.map(({ email }) => email.toLowerCase()))];
  const names = [...new Set(senders.flatMap(({ name }) => name ?? []))];
  const known = await knownSenders(ctx, emails, names);
  return messages.map(({ inReplyTo: _, references: __, authenticationResults, headers, ...message }) => {
    const asked = { ...message, authenticationResults, headers };
    const authentication = authenticationOf(asked, ctx.platform.mailHost);
    const isVerified = authentication?.verdict === "verified";
    const isTrusted = known.trusted.has(message.from[0]?.email.toLowerCase() ?? "");
    const isOwn = message.from[0]?.email.toLowerCase() === ctx.actor.address;
    return {
      ...message,
      authentication,
      unsubscribe: unsubscribeOf(asked, authentication)?.shown ?? null,
      warnings: isOwn && !authentication ? [] : warningsOf(asked, authentication, known),
      // Anybody can write a name; only who is proven to be that sender gets what that sender was given.
      pictures: !isVerified ? "ask" : isTrusted ? "sender" : known.images,
    };
  });
}

import { EngineError } from "~/engine/engine-error";
import type { UserEngine } from "~/engine/mail-engine";
import type { Address, Attachment, MessageContent } from "~/engine/mail-objects";
import type { MailboxCtx } from "~/server/context";
import { answerReferences } from "../answer-references";
import type { SaveDraft } from "../../schema/drafts";
import type { Recipient } from "../../schema/outgoing";
import { listIdentities } from "../composing/list-identities";
import { engineFiles } from "../files/engine-files";
import { draftMessageId } from "./draft-message-id";

/**
 * What a draft says, as the mail server keeps it. `earlier` is what was saved of it before, whose files it goes on using. Unlike a message
 * that is sent it is never refused for whom it is from or answers. Throws `file.not_found`.
 */
export async function composeDraft(
  ctx: MailboxCtx,
  engine: UserEngine,
  input: SaveDraft,
  earlier: readonly { attachments: readonly Attachment[] }[],
): Promise<MessageContent> {
  const [from, answered, attachments] = await Promise.all([
    authorOf(ctx, input.from),
    input.replyToId ? engine.messages.get(input.replyToId).catch(nullWhenGone) : null,
    engineFiles(ctx, engine, input.files, earlier),
  ]);
  const { subject, text, html = null } = input;
  return {
    ...{ from, to: input.to.map(toAddress), cc: input.cc.map(toAddress), bcc: input.bcc.map(toAddress) },
    ...{ subject, text, html, messageId: draftMessageId(ctx, input.draftKey), attachments },
    inReplyTo: answered?.messageId ? [answered.messageId] : [],
    references: answerReferences(answered),
  };
}

const toAddress = (recipient: Recipient): Address =>
  typeof recipient === "string" ? { name: null, email: recipient } : recipient;

async function authorOf(ctx: MailboxCtx, from = ctx.actor.address): Promise<Address> {
  const identities = await ctx.tx((tx) => listIdentities(tx, ctx));
  const identity = identities.find(({ email }) => email.toLowerCase() === from.toLowerCase()) ?? identities[0];
  return { name: identity?.name || null, email: identity?.email ?? ctx.actor.address };
}

/** `null` for what the mail server does not have any more. */
export function nullWhenGone(error: unknown): null {
  if (error instanceof EngineError && error.failure === "notFound") return null;
  throw error;
}

import type { UserEngine } from "~/engine/mail-engine";
import type { Attachment, Message } from "~/engine/mail-objects";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { DraftRef, OpenedDraft } from "../../schema/drafts";
import { withEngine } from "../session-engine";
import { nullWhenGone } from "./compose-draft";
import { draftKeyOf, draftMessageId } from "./draft-message-id";

/** A draft to go on with, whichever program wrote it. Throws `message.not_found`, also for a message that is no draft. */
export const openDraft = (ctx: MailboxCtx, { draftId }: DraftRef): Promise<OpenedDraft> =>
  withEngine(ctx, async (engine) => {
    const [message, { origin }] = await Promise.all([engine.messages.getWhole(draftId), engine.drafts.get(draftId)]);
    if (!message.keywords.includes("$draft")) throw new AppError("message.not_found");
    const key = draftKeyOf(message.messageId);
    const isOurs = key !== null && draftMessageId(ctx, key) === message.messageId;
    const { from, to, cc, bcc, subject, receivedAt, text, html } = message;
    return {
      ...{ draftId: message.id, draftKey: isOurs ? key : crypto.randomUUID(), savedAt: receivedAt },
      ...{ from: from[0]?.email ?? null, to, cc, bcc, subject, text: text ?? "", html },
      files: message.attachments.map((attachment) => toFile(message, attachment)),
      replyToId: origin.replyToId ?? (await answeredBy(engine, message)),
      forwardOfId: origin.forwardOfId ?? null,
    };
  });

function toFile({ id: messageId, html }: Message, { blobId, name, type, size, cid }: Attachment) {
  const isShown = cid !== null && (html?.includes(`cid:${cid}`) ?? false);
  return { name: name ?? type, type, size, isShown, source: { messageId, blobId, ...(cid === null ? {} : { cid }) } };
}

/** A draft of another program names what it answers by its Message-ID; that message is in the same thread, most of the time. */
async function answeredBy(engine: UserEngine, { inReplyTo, threadId }: Message): Promise<string | null> {
  if (inReplyTo.length === 0) return null;
  const thread = (await engine.threads.get(threadId).catch(nullWhenGone)) ?? [];
  return thread.find(({ messageId }) => messageId !== null && inReplyTo.includes(messageId))?.id ?? null;
}

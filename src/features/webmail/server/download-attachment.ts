import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { AttachmentRef } from "../schema";
import { attachmentName } from "./attachment-name";
import { withEngine } from "./session-engine";

/** One attachment of a message as a download of unknown bytes under its own name. Throws `message.not_found`. */
export const downloadAttachment = (ctx: MailboxCtx, { messageId, blobId }: AttachmentRef): Promise<Response> =>
  withEngine(ctx, async (engine) => {
    const { attachments } = await engine.messages.get(messageId);
    const attachment = attachments.find((one) => one.blobId === blobId);
    if (!attachment) throw new AppError("message.not_found");
    return engine.blobs.download(blobId, attachmentName(attachment.name ?? ""), "application/octet-stream");
  });

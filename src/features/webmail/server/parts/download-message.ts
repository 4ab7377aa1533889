import type { MailboxCtx } from "~/server/context";
import type { MessageRef } from "../../schema";
import { attachmentName } from "../attachment-name";
import { withEngine } from "../session-engine";
import { readableHeader } from "./readable-header";

/** A message as it came (RFC 5322), as a file that is named after its subject. Throws `message.not_found`. */
export const downloadMessage = (ctx: MailboxCtx, { messageId }: MessageRef): Promise<Response> =>
  withEngine(ctx, async (engine) => {
    const fields = await engine.messages.headers(messageId);
    const subject = fields.find(({ name }) => name.toLowerCase() === "subject")?.value ?? "";
    return engine.messages.download(messageId, attachmentName(`${readableHeader(subject) || "message"}.eml`));
  });

import type { MailboxCtx } from "~/server/context";
import type { Message, MessageRef } from "../schema";
import { withEngine } from "./session-engine";

/** One message with its bodies. Throws `message.not_found`. */
export async function getMessage(ctx: MailboxCtx, { messageId }: MessageRef): Promise<Message> {
  const found = await withEngine(ctx, (engine) => engine.messages.get(messageId));
  const { inReplyTo: _, references: __, authenticationResults: ___, ...message } = found;
  return message;
}

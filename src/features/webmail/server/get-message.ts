import type { MailboxCtx } from "~/server/context";
import type { Message, MessageRef } from "../schema";
import { toReaderMessages } from "./reading/to-reader-messages";
import { withEngine } from "./session-engine";

/** One message with its bodies. Throws `message.not_found`. */
export async function getMessage(ctx: MailboxCtx, { messageId }: MessageRef): Promise<Message> {
  const found = await withEngine(ctx, (engine) => engine.messages.get(messageId));
  const [message] = await toReaderMessages(ctx, [found]);
  return message!;
}

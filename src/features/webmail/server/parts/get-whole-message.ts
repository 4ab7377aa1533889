import type { MailboxCtx } from "~/server/context";
import type { Message, MessageRef } from "../../schema";
import { toReaderMessages } from "../reading/to-reader-messages";
import { withEngine } from "../session-engine";

/** A message with bodies of up to ten mebibytes each; longer ones are cut there. Throws `message.not_found`. */
export async function getWholeMessage(ctx: MailboxCtx, { messageId }: MessageRef): Promise<Message> {
  const found = await withEngine(ctx, (engine) => engine.messages.getWhole(messageId));
  const [message] = await toReaderMessages(ctx, [found]);
  return message!;
}

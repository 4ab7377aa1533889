import type { MailboxCtx } from "~/server/context";
import type { Message } from "../schema";
import { toReaderMessages } from "./reading/to-reader-messages";
import { withEngine } from "./session-engine";

/** All messages of a thread, oldest first. Throws `message.not_found`. */
export const getThread = async (ctx: MailboxCtx, { threadId }: { threadId: string }): Promise<Message[]> =>
  toReaderMessages(ctx, await withEngine(ctx, (engine) => engine.threads.get(threadId)));

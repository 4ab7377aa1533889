import type { MailboxCtx } from "~/server/context";
import type { Message } from "../schema";
import { withEngine } from "./session-engine";

/** All messages of a thread, oldest first. Throws `message.not_found`. */
export const getThread = (ctx: MailboxCtx, { threadId }: { threadId: string }): Promise<Message[]> =>
  withEngine(ctx, async (engine) =>
    (await engine.threads.get(threadId)).map(
      ({ inReplyTo: _, references: __, authenticationResults: ___, ...message }) => message,
    ),
  );

import type { MailboxCtx } from "~/server/context";
import type { ThreadPage } from "../schema";
import type { ThreadWindow } from "../schema/threads";
import { folderGone } from "./folder-gone";
import { withEngine } from "./session-engine";
import { threadQuery } from "./thread-query";

/** One more page of a folder. Throws `mailbox.not_found`. */
export const listThreads = (ctx: MailboxCtx, input: ThreadWindow): Promise<ThreadPage> =>
  withEngine(ctx, (engine) => engine.threads.list(threadQuery(input))).catch(folderGone);

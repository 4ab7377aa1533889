import type { MailboxCtx } from "~/server/context";
import type { ListThreads, ThreadPage } from "../schema";
import { withEngine } from "./session-engine";
import { threadQuery } from "./thread-query";

/** One more page of a folder. */
export const listThreads = (ctx: MailboxCtx, input: ListThreads): Promise<ThreadPage> =>
  withEngine(ctx, (engine) => engine.threads.list(threadQuery(input)));

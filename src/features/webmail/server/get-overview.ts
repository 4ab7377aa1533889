import type { MailboxCtx } from "~/server/context";
import type { ListThreads, Overview } from "../schema";
import { folderGone } from "./folder-gone";
import { getMailMe } from "./get-mail-me";
import { withEngine } from "./session-engine";
import { threadQuery } from "./thread-query";

/** Everything that a folder's page shows first: folders, threads, quota and whose mailbox it is. Throws `mailbox.not_found`. */
export async function getOverview(ctx: MailboxCtx, input: ListThreads): Promise<Overview> {
  const [me, view] = await Promise.all([
    getMailMe(ctx),
    withEngine(ctx, (engine) => engine.overview(threadQuery(input))).catch(folderGone),
  ]);
  return { me, ...view };
}

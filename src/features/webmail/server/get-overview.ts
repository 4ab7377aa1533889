import type { MailboxCtx } from "~/server/context";
import type { Overview } from "../schema";
import type { ThreadWindow } from "../schema/threads";
import { folderGone } from "./folder-gone";
import { readMailUser } from "./read-mail-user";
import { withEngine } from "./session-engine";
import { threadQuery } from "./thread-query";

/** Everything that a folder's page shows first: folders, threads, quota, whose mailbox it is and how they want it. Throws `mailbox.not_found`. */
export async function getOverview(ctx: MailboxCtx, input: ThreadWindow): Promise<Overview> {
  const [own, view] = await Promise.all([
    readMailUser(ctx),
    withEngine(ctx, (engine) => engine.overview(threadQuery(input))).catch(folderGone),
  ]);
  return { ...own, ...view };
}

import type { MailboxCtx } from "~/server/context";
import type { DestroyMessages } from "../../schema/bulk";
import { folderGone } from "../folder-gone";
import { withEngine } from "../session-engine";

/** Destroys for ever what lies in the trash or the junk folder; what is not there stays as it is. Throws `mailbox.not_found`. */
export const destroyMessages = (ctx: MailboxCtx, { messageIds, from }: DestroyMessages): Promise<void> =>
  withEngine(ctx, (engine) => engine.messages.removeFrom(messageIds, { role: from })).catch(folderGone);

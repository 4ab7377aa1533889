import type { MailboxCtx } from "~/server/context";
import type { UpdateFolder } from "../../schema/folders";
import { withEngine } from "../session-engine";
import { folderRefusal } from "./folder-refusal";
import { ownFolder } from "./own-folder";

/** Renames a folder or puts it elsewhere. Throws `mailbox.not_found`, `mailbox.kept`, `mailbox.name_taken`, `mailbox.refused`. */
export const updateFolder = (ctx: MailboxCtx, { mailboxId, ...change }: UpdateFolder): Promise<void> =>
  withEngine(ctx, async (engine) => {
    await ownFolder(engine, mailboxId);
    await engine.mailboxes.update(mailboxId, change);
  }).catch(folderRefusal);

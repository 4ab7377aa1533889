import type { MailboxCtx } from "~/server/context";
import type { CreateFolder, FolderRef } from "../../schema/folders";
import { withEngine } from "../session-engine";
import { folderRefusal } from "./folder-refusal";

/** Makes a folder, inside another or at the top. Throws `mailbox.name_taken`, `mailbox.refused`, `mailbox.limit_reached`. */
export const createFolder = (ctx: MailboxCtx, folder: CreateFolder): Promise<FolderRef> =>
  withEngine(ctx, async (engine) => ({ mailboxId: (await engine.mailboxes.create(folder)).id })).catch(folderRefusal);

import { EngineError } from "~/engine/engine-error";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { FolderRef } from "../../schema/folders";
import { withEngine } from "../session-engine";
import { ownFolder } from "./own-folder";

/**
 * Removes a folder with nothing in it: whoever wants its mail gone moves that to the trash first. Throws `mailbox.not_found`,
 * `mailbox.kept`, `mailbox.not_empty`.
 */
export const removeFolder = (ctx: MailboxCtx, { mailboxId }: FolderRef): Promise<void> =>
  withEngine(ctx, async (engine) => {
    await ownFolder(engine, mailboxId);
    await engine.mailboxes.destroy(mailboxId);
  }).catch((error: unknown) => {
    if (error instanceof EngineError && error.failure === "conflict")
      throw new AppError("mailbox.not_empty", {}, { cause: error });
    throw error;
  });

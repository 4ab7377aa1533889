import { EngineError } from "~/engine/engine-error";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { MoveMessages } from "../schema";
import { junkKeywords } from "./junk-keywords";
import { roleFolder } from "./role-folder";
import { withEngine } from "./session-engine";

/**
 * Moves messages; moving back is the undo. A role that no folder plays gets one. `isJunk` says what they are, which the spam filter
 * learns from. Throws `mailbox.not_found`, `message.not_found`.
 */
export const moveMessages = (ctx: MailboxCtx, { messageIds, to, isJunk }: MoveMessages): Promise<void> =>
  withEngine(ctx, (engine) => engine.messages.move(messageIds, roleFolder(to), junkKeywords(isJunk))).catch(
    (error: unknown) => {
      if (error instanceof EngineError && error.failure === "refused")
        throw new AppError("mailbox.not_found", {}, { cause: error });
      throw error;
    },
  );

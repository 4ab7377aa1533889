import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { MoveMessages } from "../schema";
import { withEngine } from "./session-engine";

/** Moves messages; moving back is the undo. Throws `mailbox.not_found` when no mailbox plays the role. */
export const moveMessages = (ctx: MailboxCtx, { messageIds, to }: MoveMessages): Promise<void> =>
  withEngine(ctx, async (engine) => {
    const mailboxId =
      "mailboxId" in to ? to.mailboxId : (await engine.mailboxes.list()).find(({ role }) => role === to.role)?.id;
    if (!mailboxId) throw new AppError("mailbox.not_found");
    await engine.messages.move(messageIds, mailboxId);
  });

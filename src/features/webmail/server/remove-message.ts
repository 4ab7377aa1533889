import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { MessageRef } from "../schema";
import { withEngine } from "./session-engine";

/**
 * Moves a message to the trash; what is there already is destroyed for ever. Throws `message.not_found`, and `mailbox.not_found` for a
 * mailbox without a trash: there nothing is destroyed on the first word.
 */
export const removeMessage = (ctx: MailboxCtx, { messageId }: MessageRef): Promise<void> =>
  withEngine(ctx, async (engine) => {
    const [{ mailboxIds }, mailboxes] = await Promise.all([engine.messages.get(messageId), engine.mailboxes.list()]);
    const trash = mailboxes.find(({ role }) => role === "trash");
    if (!trash) throw new AppError("mailbox.not_found");
    const isInTrash = mailboxIds.length === 1 && mailboxIds[0] === trash.id;
    await (isInTrash ? engine.messages.destroy([messageId]) : engine.messages.move([messageId], trash.id));
  });

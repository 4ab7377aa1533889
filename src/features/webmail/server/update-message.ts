import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { UpdateMessage } from "../schema";
import { withEngine } from "./session-engine";

/** Marks a message read or unread, flagged or not, and moves it. Throws `message.not_found`, `mailbox.not_found`: then nothing was changed. */
export const updateMessage = (ctx: MailboxCtx, { messageId, isRead, isFlagged, mailboxId }: UpdateMessage) =>
  withEngine(ctx, async (engine): Promise<void> => {
    const [, mailboxes] = await Promise.all([engine.messages.get(messageId), engine.mailboxes.list()]);
    if (mailboxId !== undefined && !mailboxes.some(({ id }) => id === mailboxId))
      throw new AppError("mailbox.not_found");
    const marks = Object.entries({ $seen: isRead, $flagged: isFlagged }).filter(([, value]) => value !== undefined);
    if (marks.length > 0) await engine.messages.setKeywords([messageId], Object.fromEntries(marks) as Marks);
    if (mailboxId !== undefined) await engine.messages.move([messageId], mailboxId);
  });

type Marks = Record<string, boolean>;

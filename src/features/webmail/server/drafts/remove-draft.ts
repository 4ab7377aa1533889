import type { MailboxCtx } from "~/server/context";
import type { RemoveDraft } from "../../schema/drafts";
import { withEngine } from "../session-engine";
import { draftMessageId } from "./draft-message-id";
import { revisionBy } from "./written-by";

/**
 * Throws a draft away: whatever this writer saved of it goes to the trash, from where saving it again brings it back. What somebody else made
 * of it stays. Absent is fine.
 */
export const removeDraft = (ctx: MailboxCtx, { draftKey, writer, draftId }: RemoveDraft): Promise<void> =>
  withEngine(ctx, async (engine) => {
    const drafts = await engine.drafts.find(draftMessageId(ctx, draftKey));
    const ids = drafts
      .filter((one) => revisionBy(writer, one.writer) !== null || one.id === draftId)
      .map(({ id }) => id);
    if (ids.length > 0) await engine.messages.move(ids, { role: "trash", name: "Trash" });
  });

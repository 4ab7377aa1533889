import { mailLabels } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import type { LabelRef } from "../../schema/labels";
import { ownLabels } from "./own-labels";

/** Removes a label. Messages keep the keyword unseen, so that one of the same name finds them again. Throws `label.not_found`. */
export async function removeLabel(ctx: MailboxCtx, { labelId }: LabelRef): Promise<void> {
  const removed = await ctx.tx((tx) =>
    tx.delete(mailLabels).where(ownLabels(ctx, labelId)).returning({ id: mailLabels.id }),
  );
  if (removed.length === 0) throw new AppError("label.not_found");
}

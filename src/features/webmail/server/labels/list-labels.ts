import { mailLabels } from "../../../../../db/schema";
import type { MailboxCtx } from "~/server/context";
import { Labels } from "../../schema/labels";
import { labelColumns, ownLabels } from "./own-labels";

/** The labels of the mailbox, by name. */
export async function listLabels(ctx: MailboxCtx): Promise<Labels> {
  const labels = await ctx.tx((tx) =>
    tx.select(labelColumns).from(mailLabels).where(ownLabels(ctx)).orderBy(mailLabels.name),
  );
  return Labels.parse({ labels });
}

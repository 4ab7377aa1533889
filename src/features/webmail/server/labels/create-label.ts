import { mailLabels } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { type CreateLabel, Label } from "../../schema/labels";
import { keywordOf } from "./keyword-of";
import { labelColumns, ownLabels } from "./own-labels";
import { sameName } from "./same-name";

/** As many as a list can show at a glance, and as IMAP servers keep keywords for. */
export const labelsAtMost = 100;

/** Makes a label. Throws `label.taken`, also for who makes the same one at the same moment, and `label.limit_reached`. */
export async function createLabel(ctx: MailboxCtx, { name, colour }: CreateLabel): Promise<Label> {
  const { tenantId } = ctx;
  const row = await ctx.tx(async (tx) => {
    const known = await tx.select(labelColumns).from(mailLabels).where(ownLabels(ctx));
    if (known.some((label) => sameName(label.name, name))) throw new AppError("label.taken");
    if (known.length >= labelsAtMost) throw new AppError("label.limit_reached", { max: labelsAtMost });
    const keyword = keywordOf(name, new Set(known.map((label) => label.keyword)));
    const [made] = await tx
      .insert(mailLabels)
      .values({ tenantId, mailUserId: ctx.actor.mailUserId, keyword, name, colour })
      .onConflictDoNothing()
      .returning(labelColumns);
    if (!made) throw new AppError("label.taken");
    return made;
  });
  return Label.parse(row);
}

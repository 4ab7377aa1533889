import { mailLabels } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { MailboxCtx } from "~/server/context";
import { Label, type UpdateLabel } from "../../schema/labels";
import { labelColumns, ownLabels } from "./own-labels";
import { sameName } from "./same-name";

/** Changes what a label is called or its colour; messages keep it, for the keyword stays. Throws `label.not_found`, `label.taken`. */
export async function updateLabel(ctx: MailboxCtx, { labelId, ...change }: UpdateLabel): Promise<Label> {
  const row = await ctx.tx(async (tx) => {
    const known = await tx.select(labelColumns).from(mailLabels).where(ownLabels(ctx)).for("update");
    const label = known.find(({ id }) => id === labelId);
    if (!label) throw new AppError("label.not_found");
    const { name = label.name, colour = label.colour } = change;
    if (known.some((other) => other.id !== labelId && sameName(other.name, name))) throw new AppError("label.taken");
    const [changed] = await tx
      .update(mailLabels)
      .set({ name, colour })
      .where(ownLabels(ctx, labelId))
      .returning(labelColumns);
    return changed;
  });
  return Label.parse(row);
}

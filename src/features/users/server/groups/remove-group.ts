import type { Ctx } from "~/server/context";
import type { GroupRef } from "../../schema/groups";
import { changeGroup } from "./change-group";

/**
 * Deletes a group: mail to it is refused at once. For 30 days it can be brought back with members and held posts, and nobody else gets the
 * address. Throws `group.not_found`.
 */
export async function removeGroup(ctx: Ctx, { groupId }: GroupRef): Promise<void> {
  await changeGroup(ctx, groupId, ({ address, posting, isModerated }) => ({
    ...{ action: "group.remove", before: { address, posting, isModerated } },
    set: { deletedAt: ctx.now() },
  }));
}

import type { Ctx } from "~/server/context";
import type { Group, GroupRef } from "../../schema/groups";
import { changeGroup } from "./change-group";

/** Asks the mail engine once more to have the group as it is here, now. Throws `group.not_found`. */
export const retryGroup = (ctx: Ctx, { groupId }: GroupRef): Promise<Group> =>
  changeGroup(ctx, groupId, () => ({ action: "group.retry" }));

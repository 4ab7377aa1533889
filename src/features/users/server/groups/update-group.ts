import type { Ctx } from "~/server/context";
import type { Group, UpdateGroup } from "../../schema/groups";
import { changeGroup } from "./change-group";

/** Changes what is given of a group: its name, its note, who may write to it. Posts that wait go on waiting. Throws `group.not_found`. */
export const updateGroup = (ctx: Ctx, { groupId, ...given }: UpdateGroup): Promise<Group> =>
  changeGroup(ctx, groupId, ({ name, note, posting, isModerated }) => {
    const before = { name, note, posting, isModerated };
    const set = {
      name: given.name ?? name,
      note: given.note ?? note,
      posting: given.posting ?? posting,
      isModerated: given.isModerated ?? isModerated,
    };
    const isSame = (Object.keys(before) as (keyof typeof before)[]).every((key) => before[key] === set[key]);
    return isSame ? null : { action: "group.update", set, before, after: set };
  });

import { requireAddressDomain } from "~/features/domains/server/addressing/require-address-domain";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { Group, GroupRef } from "../../schema/groups";
import { windowStart } from "~/lib/delete-window";

import { changeGroup } from "./change-group";
import { requireGroupRoom } from "./require-group-room";

/**
 * Brings a deleted group back as it was. Throws `group.not_found` for one that is not deleted or was for more than 30 days,
 * `domain.not_active`, `tenant.limit_reached`.
 */
export const undeleteGroup = (ctx: Ctx, { groupId }: GroupRef): Promise<Group> =>
  changeGroup(
    ctx,
    groupId,
    async ({ address, domainId, deletedAt }, tx) => {
      if (deletedAt! <= windowStart(ctx.now())) throw new AppError("group.not_found");
      await requireAddressDomain(tx, ctx, domainId);
      await requireGroupRoom(tx, ctx.tenantId);
      return { action: "group.undelete", set: { deletedAt: null }, after: { address } };
    },
    { deleted: true },
  );

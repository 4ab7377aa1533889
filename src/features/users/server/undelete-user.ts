import { requireAddressDomain } from "~/features/domains/server/addressing/require-address-domain";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { MailUser, UserRef } from "../schema";
import { changeUser } from "./change-user";
import { isOver } from "~/lib/delete-window";
import { toMailUser } from "./mail-user-view";
import { touchReaders } from "./touch-readers";

import { requireRoom } from "./require-room";

/**
 * Brings a deleted mailbox user back as they were, with mail, password, aliases and memberships; a suspension goes on. Throws `user.not_found`, also
 * when their time is over, `tenant.limit_reached`, `domain.not_active`.
 */
export async function undeleteUser(ctx: Ctx, { userId }: UserRef): Promise<MailUser> {
  const row = await changeUser(
    ctx,
    userId,
    async (user, tx) => {
      if (isOver(user, ctx.now())) throw new AppError("user.not_found");
      await requireAddressDomain(tx, ctx, user.domainId);
      await requireRoom(tx, ctx.tenantId, { users: 1, bytes: user.quotaBytes });
      const isFree = user.maySignIn && user.maySend && user.mayReceive;
      const state = isFree ? "active" : "suspended";
      return {
        ...{ action: "user.undelete", set: { state, deletedAt: null } },
        ...{ before: { state: user.state }, after: { state, address: user.address } },
        also: (now) => touchReaders(now, ctx, { ...user, mayReceive: false }, user),
      };
    },
    "deleted",
  );
  return toMailUser(row);
}

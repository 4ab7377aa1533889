import type { Ctx } from "~/server/context";
import type { UserRef } from "../schema";
import { changeUser } from "./change-user";
import { passOnRoles } from "./pass-on-roles";
import { touchReaders } from "./touch-readers";

/**
 * Deletes a mailbox user: signed out everywhere, no mail in or out. Password, mail, aliases and memberships are kept for 30 days, in which `undeleteUser`
 * brings all of it back and nobody else gets an address of theirs; after that it is erased. A deleted user takes no seat. Throws `user.not_found`.
 */
export async function removeUser(ctx: Ctx, { userId }: UserRef): Promise<void> {
  await changeUser(ctx, userId, ({ state, address, quotaBytes }) => ({
    ...{ action: "user.remove", before: { state, address, quotaBytes }, endsSessions: true },
    set: { state: "deleted", deletedAt: ctx.now() },
    async also(tx, user) {
      await passOnRoles(tx, ctx, user);
      await touchReaders(tx, ctx, user, { mayReceive: false });
    },
  }));
}

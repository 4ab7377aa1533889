import type { Ctx } from "~/server/context";
import type { UserRef } from "../schema";
import { changeUser } from "./change-user";

/**
 * Deletes a mailbox user with all mail. The address is given to nobody else for 30 days, so that mail meant for one person does not
 * reach another. Throws `user.not_found`.
 */
export async function removeUser(ctx: Ctx, { userId }: UserRef): Promise<void> {
  await changeUser(ctx, userId, ({ state, address, quotaBytes }) => ({
    ...{ action: "user.remove", before: { state, address, quotaBytes }, endsSessions: true },
    set: { state: "deleted", deletedAt: ctx.now(), passwordHash: "-" },
  }));
}

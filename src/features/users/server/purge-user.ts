import type { Ctx } from "~/server/context";
import type { UserRef } from "../schema";
import { changeUser } from "./change-user";
import { isOver, windowStart } from "~/lib/delete-window";

/**
 * Erases a deleted mailbox user before the 30 days are over: nothing brings it back, and its addresses are free as soon as the engine has let go
 * of them. Throws `user.not_found`, also for one that is not deleted.
 */
export async function purgeUser(ctx: Ctx, { userId }: UserRef): Promise<void> {
  await changeUser(
    ctx,
    userId,
    (user) => {
      if (isOver(user, ctx.now())) return null;
      const { address, quotaBytes } = user;
      const before = { address, quotaBytes, deletedAt: user.deletedAt?.toISOString() };
      // The one thing that says so, whoever decided: its time is over.
      return { action: "user.purge", set: { deletedAt: windowStart(ctx.now()) }, before };
    },
    "deleted",
  );
}

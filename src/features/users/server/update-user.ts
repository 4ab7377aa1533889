import type { Ctx } from "~/server/context";
import type { MailUser, UpdateUser } from "../schema";
import { changeUser } from "./change-user";
import { toMailUser } from "./mail-user-view";
import { requireRoom } from "./require-room";

/** Changes what is given of a mailbox user: the name, the storage in octets, or both at once. Throws `user.not_found`, `tenant.limit_reached`. */
export async function updateUser(ctx: Ctx, { userId, ...given }: UpdateUser): Promise<MailUser> {
  const row = await changeUser(ctx, userId, async (user, tx) => {
    const { displayName, quotaBytes } = user;
    const set = { displayName: given.displayName ?? displayName, quotaBytes: given.quotaBytes ?? quotaBytes };
    if (set.displayName === displayName && set.quotaBytes === quotaBytes) return null;
    await requireRoom(tx, ctx.tenantId, { users: 0, bytes: set.quotaBytes - quotaBytes });
    return { action: "user.update", set, before: { displayName, quotaBytes }, after: set };
  });
  return toMailUser(row);
}

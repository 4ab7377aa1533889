import type { Ctx } from "~/server/context";
import type { MailUser, SetQuota } from "../schema";
import { changeUser } from "./change-user";
import { toMailUser } from "./mail-user-view";
import { requireRoom } from "./require-room";

/**
 * Sets what a mailbox may hold, in octets. Less than what it holds is allowed: nothing is deleted, new mail waits at its sender. Throws
 * `user.not_found`, `tenant.limit_reached`.
 */
export async function setQuota(ctx: Ctx, { userId, quotaBytes }: SetQuota): Promise<MailUser> {
  const row = await changeUser(ctx, userId, async (user, tx) => {
    if (user.quotaBytes === quotaBytes) return null;
    await requireRoom(tx, ctx.tenantId, { users: 0, bytes: quotaBytes - user.quotaBytes });
    const before = { quotaBytes: user.quotaBytes };
    return { action: "user.set_quota", set: { quotaBytes }, before, after: { quotaBytes } };
  });
  return toMailUser(row);
}

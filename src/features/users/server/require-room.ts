import type { Transaction } from "../../../../db/client";
import { AppError } from "~/lib/errors";
import { formatBytes } from "~/lib/bytes";
import type { TenantId } from "~/server/context";
import { roomOf } from "./usage/room-of";

/**
 * Holds the tenant's row until the transaction ends, so that two at once cannot both take what is left, and checks that so many more
 * users and octets fit the plan. Throws `tenant.limit_reached`, with an issue for the field that asks for too much and
 * what the plan allows.
 */
export async function requireRoom(
  tx: Transaction,
  tenantId: TenantId,
  more: { users: number; bytes: number },
): Promise<void> {
  const room = await roomOf(tx, tenantId);
  const refuse = (path: string, message: string, max: number, what: string) =>
    new AppError("tenant.limit_reached", { issues: [{ path, message }], max, reason: `The plan allows ${what}.` });
  if (more.users > 0 && more.users > room.users)
    throw refuse("localPart", "users.issue_limit_users", room.mostUsers, `${room.mostUsers} mailbox users`);
  if (more.bytes > 0 && more.bytes > room.bytes)
    throw refuse(
      "quotaBytes",
      "users.issue_limit_storage",
      room.mostBytes,
      `${formatBytes(room.mostBytes, "en")} of storage`,
    );
}

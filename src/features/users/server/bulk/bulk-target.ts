import { and, eq, inArray, type SQL } from "drizzle-orm";
import { mailUsers } from "../../../../../db/schema";
import type { Ctx } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { PreviewBulk } from "../../schema/bulk";
import { matchingUsers } from "../list/matching-users";
import { isDeleted, isKept } from "../list/user-conditions";

/** The mailbox users within reach that a bulk action is meant for: deleted ones are only ever brought back, and nobody else is. */
export function bulkTarget(ctx: Ctx, { action, userIds, filter = {} }: PreviewBulk): SQL {
  const state = action === "restore" ? isDeleted : isKept;
  if (!userIds) return and(matchingUsers(ctx, filter), state)!;
  const reached = withinReach(ctx, mailUsers.domainId);
  return and(eq(mailUsers.tenantId, ctx.tenantId), inArray(mailUsers.id, userIds), reached, state)!;
}

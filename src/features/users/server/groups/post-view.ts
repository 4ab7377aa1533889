import type { groupPosts } from "../../../../../db/schema";
import { GroupPostReason } from "../../schema/group-posts";
import type { GroupPost } from "../../schema/group-posts";

export type GroupPostRow = typeof groupPosts.$inferSelect;

export const toGroupPost = (row: GroupPostRow): GroupPost => ({
  ...{ id: row.id, groupId: row.groupId, sender: row.sender, subject: row.subject, size: row.size, state: row.state },
  reason: GroupPostReason.nullable().catch(null).parse(row.reason),
  ...{ decidedBy: row.decidedBy, receivedAt: row.receivedAt.toISOString() },
});

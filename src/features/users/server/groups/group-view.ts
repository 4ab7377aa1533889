import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { groupMembers, groupPosts, groups } from "../../../../../db/schema";
import type { Group } from "../../schema/groups";

export type GroupRow = typeof groups.$inferSelect;
export type CountedGroup = GroupRow & { members: number; heldPosts: number };

const ofGroup = (table: typeof groupMembers | typeof groupPosts) =>
  and(eq(table.tenantId, groups.tenantId), eq(table.groupId, groups.id));

/** A group with the numbers that every list of them shows: one question for all of it. */
export const groupColumns = {
  ...getTableColumns(groups),
  members: sql<number>`(select count(*) from ${groupMembers} where ${ofGroup(groupMembers)})`.mapWith(Number),
  heldPosts: sql<number>`(select count(*) from ${groupPosts} where ${ofGroup(groupPosts)}
    and ${groupPosts.state} = 'held')`.mapWith(Number),
};

const applicationOf = ({ revision, appliedRevision, applyError }: GroupRow): Group["application"] => {
  if (appliedRevision >= revision) return "applied";
  return applyError ? "failed" : "pending";
};

/** What a member of the team sees of a group. */
export const toGroup = (row: CountedGroup): Group => ({
  ...{ id: row.id, domainId: row.domainId, address: row.address, name: row.name, note: row.note },
  ...{ posting: row.posting, isModerated: row.isModerated, members: row.members, heldPosts: row.heldPosts },
  application: applicationOf(row),
  applyError: applicationOf(row) === "failed" ? row.applyError : null,
  deletedAt: row.deletedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

import { groups } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { type Ctx, requireRole } from "~/server/context";
import type { GroupMemberPage, ListGroupMembers } from "../../schema/groups";
import { requireCursor } from "./require-cursor";
import { membersOf } from "./members-of";
import { ownGroup } from "./own-group";

/** Who belongs to a group, page by page. Throws `group.not_found`, and `request.invalid` for a cursor that is none. */
export async function listGroupMembers(ctx: Ctx, input: ListGroupMembers): Promise<GroupMemberPage> {
  requireRole(ctx, "owner", "admin", "domain_admin", "viewer");
  const { groupId, limit } = input;
  const after = requireCursor(input.after);
  const [rows, [group]] = await ctx.tx((tx) =>
    Promise.all([
      membersOf(tx, ctx.tenantId, { groupId, after, limit: limit + 1 }),
      tx.select({ id: groups.id }).from(groups).where(ownGroup(ctx, groupId)),
    ]),
  );
  if (!group) throw new AppError("group.not_found");
  const members = rows.slice(0, limit);
  return { members, ...(rows.length > limit ? { next: members.at(-1)!.id } : {}) };
}

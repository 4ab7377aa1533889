import { and, eq } from "drizzle-orm";
import { groupMembers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { GroupMemberRef } from "../../schema/groups";
import { changeGroup } from "./change-group";
import { membersOf } from "./members-of";

/** Takes somebody out of a group; the mailbox stays as it is. Throws `group.not_found`, `group.member_not_found`. */
export async function removeGroupMember(ctx: Ctx, { groupId, groupMemberId }: GroupMemberRef): Promise<void> {
  const { tenantId } = ctx;
  await changeGroup(ctx, groupId, async (_, tx) => {
    const [member] = await membersOf(tx, tenantId, { groupId, id: groupMemberId });
    if (!member) throw new AppError("group.member_not_found");
    await tx.delete(groupMembers).where(and(eq(groupMembers.tenantId, tenantId), eq(groupMembers.id, groupMemberId)));
    return { action: "group.remove_member", before: { email: member.email } };
  });
}

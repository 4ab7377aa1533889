import { and, eq } from "drizzle-orm";
import { groupMembers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import type { GroupMember, UpdateGroupMember } from "../../schema/groups";
import { changeGroup } from "./change-group";
import { membersOf } from "./members-of";

/** Changes whether a member gets posts, or may write where posting is for named people. Throws `group.not_found`, `group.member_not_found`. */
export async function updateGroupMember(ctx: Ctx, input: UpdateGroupMember): Promise<GroupMember> {
  const { groupId, groupMemberId, ...given } = input;
  const { tenantId } = ctx;
  const find = async (tx: Parameters<typeof membersOf>[0]) =>
    (await membersOf(tx, tenantId, { groupId, id: groupMemberId }))[0];
  await changeGroup(ctx, groupId, async (_, tx) => {
    const member = await find(tx);
    if (!member) throw new AppError("group.member_not_found");
    const { email, receives, mayPost } = member;
    const set = { receives: given.receives ?? receives, mayPost: given.mayPost ?? mayPost };
    if (set.receives === receives && set.mayPost === mayPost) return null;
    const own = and(eq(groupMembers.tenantId, tenantId), eq(groupMembers.id, groupMemberId));
    await tx.update(groupMembers).set(set).where(own);
    return { action: "group.update_member", before: { email, receives, mayPost }, after: { email, ...set } };
  });
  const member = await ctx.tx(find);
  if (!member) throw new AppError("group.member_not_found");
  return member;
}

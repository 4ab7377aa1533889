import { and, count, eq, ne } from "drizzle-orm";
import { groupMembers, mailUsers } from "../../../../../db/schema";
import { AppError } from "~/lib/errors";
import { mailAddress } from "~/lib/mail-address";
import type { Ctx } from "~/server/context";
import { withinReach } from "~/server/domain-reach";
import type { AddGroupMember, GroupMember } from "../../schema/groups";
import { changeGroup } from "./change-group";
import { membersOf } from "./members-of";

/** As many as one post is handed on to within some seconds. */
const mostMembers = 2000;

const issue = (message: string) => ({ issues: [{ path: "email", message }] });

/**
 * Adds a mailbox user of the tenant, known by the address, or a person elsewhere. Throws `group.not_found`, `group.member_taken`,
 * `request.invalid` for what is no address, `tenant.limit_reached`.
 */
export async function addGroupMember(ctx: Ctx, input: AddGroupMember): Promise<GroupMember> {
  const { groupId, receives, mayPost } = input;
  const email = input.email.toLowerCase();
  const { tenantId } = ctx;
  let added = "";
  await changeGroup(ctx, groupId, async (group, tx) => {
    if (!mailAddress.test(email) || email === group.address)
      throw new AppError("request.invalid", issue("groups.issue_address"));
    const own = and(eq(groupMembers.tenantId, tenantId), eq(groupMembers.groupId, groupId));
    const [held] = await tx.select({ members: count() }).from(groupMembers).where(own);
    if ((held?.members ?? 0) >= mostMembers)
      throw new AppError("tenant.limit_reached", { ...issue("groups.issue_most_members"), max: mostMembers });
    const kept = and(eq(mailUsers.tenantId, tenantId), eq(mailUsers.address, email), ne(mailUsers.state, "deleted"));
    // Of a mailbox out of reach nothing is said: its address is one like those elsewhere.
    const reached = and(kept, withinReach(ctx, mailUsers.domainId));
    const [user] = await tx.select({ id: mailUsers.id }).from(mailUsers).where(reached);
    const who = user ? { mailUserId: user.id } : { email };
    const [made] = await tx
      .insert(groupMembers)
      .values({ tenantId, groupId, receives, mayPost, ...who })
      .onConflictDoNothing()
      .returning();
    if (!made) throw new AppError("group.member_taken", issue("groups.issue_member_taken"));
    added = made.id;
    return { action: "group.add_member", after: { email, receives, mayPost } };
  });
  const [member] = await ctx.tx((tx) => membersOf(tx, tenantId, { groupId, id: added }));
  if (!member) throw new AppError("group.member_not_found");
  return member;
}

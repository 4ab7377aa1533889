import { groupPosts } from "../../../db/schema";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { addGroupMember } from "~/features/users/server/groups/add-group-member";
import { applyGroup } from "~/features/users/server/groups/apply-group";
import { createGroup } from "~/features/users/server/groups/create-group";
import { removeGroup } from "~/features/users/server/groups/remove-group";
import type { MemberCtx } from "../context";
import { type Acts, byOwner, type World } from "./testing-act";

const newName = () => `a${Bun.randomUUIDv7().slice(-12)}.test`;
type Made = { ctx: MemberCtx; groupId: string; world: World };

const onGroup = (more: (made: Made) => object | Promise<object> = () => ({})) =>
  byOwner(async (ctx, world) => {
    const { id: domainId } = await activeDomain(world.services, ctx, newName());
    const asked = {
      domainId,
      localPart: "team",
      name: "Team",
      note: "",
      posting: "members",
      isModerated: false,
    } as const;
    const { id: groupId } = await createGroup(ctx, asked);
    return { groupId, ...(await more({ ctx, groupId, world })) };
  });

const withMember = onGroup(async ({ ctx, groupId }) => {
  const member = { groupId, email: "eve@elsewhere.example", receives: true, mayPost: false };
  return { groupMemberId: (await addGroupMember(ctx, member)).id };
});

const withPost = onGroup(async ({ ctx, groupId, world }) => {
  await applyGroup(ctx, { groupId });
  const { tenantId } = ctx;
  const row = { tenantId, groupId, emailId: "none", sender: "eve@elsewhere.example", receivedAt: new Date() };
  const [post] = await world.owner.insert(groupPosts).values(row).returning();
  return { postId: post!.id };
});

/** Groups, who belongs to them, and what is decided about their posts. */
export const groupActs: Acts = {
  "users.groups.create": {
    audits: ["group.create"],
    call: byOwner(async (ctx, { services }) => {
      const { id: domainId } = await activeDomain(services, ctx, newName());
      return { domainId, localPart: "team" };
    }),
  },
  "users.groups.update": { audits: ["group.update"], call: onGroup(() => ({ name: "All of us" })) },
  "users.groups.remove": { audits: ["group.remove"], call: onGroup() },
  "users.groups.undelete": {
    audits: ["group.undelete"],
    call: onGroup(async ({ ctx, groupId }) => {
      await removeGroup(ctx, { groupId });
      return {};
    }),
  },
  "users.groups.retry": { audits: ["group.retry"], call: onGroup() },
  "users.groups.members.add": {
    audits: ["group.add_member"],
    call: onGroup(() => ({ email: "bo@elsewhere.example" })),
  },
  "users.groups.members.update": {
    audits: ["group.update_member"],
    async call(world) {
      const { context, input } = await withMember(world);
      return { context, input: { ...(input as object), mayPost: true } };
    },
  },
  "users.groups.members.remove": { audits: ["group.remove_member"], call: withMember },
  "users.groups.posts.approve": { audits: ["group.approve_post"], call: withPost },
  "users.groups.posts.reject": { audits: ["group.reject_post"], call: withPost },
};

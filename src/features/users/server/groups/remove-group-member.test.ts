import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { addGroupMember } from "./add-group-member";
import { listGroupMembers } from "./list-group-members";
import { removeGroupMember } from "./remove-group-member";
import { appliedGroup, groupWorld } from "./testing-groups";

const { services } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer } = world;
const { id: groupId } = await appliedGroup(services, world, { localPart: "team" });
const added = { groupId, email: "bo@outside.example", receives: true, mayPost: false };
const { id: groupMemberId } = await addGroupMember(ctx, added);

test("a viewer, another tenant and another group's members are left alone", async () => {
  expect(await refusalOf(removeGroupMember(viewer, { groupId, groupMemberId }))).toBe("auth.role_too_low");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(removeGroupMember(stranger, { groupId, groupMemberId }))).toBe("group.not_found");
  const { id: otherId } = await appliedGroup(services, world, { localPart: "other" });
  expect(await refusalOf(removeGroupMember(ctx, { groupId: otherId, groupMemberId }))).toBe("group.member_not_found");
});

test("whoever is taken out belongs to the group no more", async () => {
  await removeGroupMember(ctx, { groupId, groupMemberId });
  expect((await listGroupMembers(ctx, { groupId, limit: 5 })).members).toEqual([]);
  expect(await refusalOf(removeGroupMember(ctx, { groupId, groupMemberId }))).toBe("group.member_not_found");
  expect(await auditedActions(services, ctx.tenantId)).toContain("group.remove_member");
});

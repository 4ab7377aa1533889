import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { addGroupMember } from "./add-group-member";
import { appliedGroup, groupWorld } from "./testing-groups";
import { updateGroupMember } from "./update-group-member";

const { services } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer } = world;
const { id: groupId } = await appliedGroup(services, world, { localPart: "team" });
const added = { groupId, email: "bo@outside.example", receives: true, mayPost: false };
const { id: groupMemberId } = await addGroupMember(ctx, added);

test("a member may be named to write, and may be left out of what is sent", async () => {
  const changed = await updateGroupMember(ctx, { groupId, groupMemberId, mayPost: true });
  expect(changed).toMatchObject({ mayPost: true, receives: true });
  expect(await updateGroupMember(ctx, { groupId, groupMemberId, receives: false })).toMatchObject({
    mayPost: true,
    receives: false,
  });
  expect(await auditedActions(services, ctx.tenantId)).toContain("group.update_member");
});

test("a viewer, another tenant and another group's members change nothing", async () => {
  const change = { groupId, groupMemberId, mayPost: false };
  expect(await refusalOf(updateGroupMember(viewer, change))).toBe("auth.role_too_low");
  expect(await refusalOf(updateGroupMember((await testMember(services)).ctx, change))).toBe("group.not_found");
  const { id: otherId } = await appliedGroup(services, world, { localPart: "other" });
  expect(await refusalOf(updateGroupMember(ctx, { ...change, groupId: otherId }))).toBe("group.member_not_found");
});

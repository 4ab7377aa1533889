import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { createGroup } from "./create-group";
import { listGroups } from "./list-groups";
import { removeGroup } from "./remove-group";
import { appliedGroup, groupWorld } from "./testing-groups";
import { updateGroup } from "./update-group";

const { services } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer, domainId } = world;
const { id: groupId } = await appliedGroup(services, world, { localPart: "team" });

test("a viewer and another tenant delete nothing", async () => {
  expect(await refusalOf(removeGroup(viewer, { groupId }))).toBe("auth.role_too_low");
  expect(await refusalOf(removeGroup((await testMember(services)).ctx, { groupId }))).toBe("group.not_found");
});

test("a deleted group is gone from the list, takes no changes, and keeps its address for 30 days", async () => {
  await removeGroup(ctx, { groupId });
  expect((await listGroups(ctx, { deleted: false, limit: 5 })).groups).toEqual([]);
  expect(await refusalOf(updateGroup(ctx, { groupId, name: "Again" }))).toBe("group.not_found");
  const same = { domainId, localPart: "team", name: "", note: "", posting: "members", isModerated: false } as const;
  expect(await refusalOf(createGroup(ctx, same))).toBe("user.address_taken");
  expect(await auditedActions(services, ctx.tenantId)).toContain("group.remove");
});

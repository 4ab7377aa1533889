import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { getGroup } from "./get-group";
import { appliedGroup, groupWorld } from "./testing-groups";
import { updateGroup } from "./update-group";

const { services } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer } = world;
const { id: groupId } = await appliedGroup(services, world, { localPart: "team", name: "Team" });

test("what is given changes, all else stays, and the mail server is to hear of it", async () => {
  expect(await updateGroup(ctx, { groupId, posting: "named", note: "Ask Ana" })).toMatchObject({
    ...{ name: "Team", note: "Ask Ana", posting: "named", isModerated: false, application: "pending" },
  });
  expect(await auditedActions(services, ctx.tenantId)).toContain("group.update");
});

test("asking for what is so already changes nothing and is not in the log", async () => {
  const before = await auditedActions(services, ctx.tenantId);
  expect(await updateGroup(ctx, { groupId, posting: "named" })).toEqual(await getGroup(ctx, { groupId }));
  expect(await auditedActions(services, ctx.tenantId)).toEqual(before);
});

test("a viewer and another tenant change nothing", async () => {
  expect(await refusalOf(updateGroup(viewer, { groupId, name: "Mine" }))).toBe("auth.role_too_low");
  expect(await refusalOf(updateGroup((await testMember(services)).ctx, { groupId, name: "Mine" }))).toBe(
    "group.not_found",
  );
});

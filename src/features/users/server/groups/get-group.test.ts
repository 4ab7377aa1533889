import { expect, test } from "bun:test";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { getGroup } from "./get-group";
import { appliedGroup, groupWorld } from "./testing-groups";

const { services } = await testServices();
const world = await groupWorld(services, "acme.test");
const group = await appliedGroup(services, world, { localPart: "team", name: "Team" }, ["bo@outside.example"]);

test("a group is shown with how many belong to it and whether the mail server has it", async () => {
  expect(await getGroup(world.viewer, { groupId: group.id })).toMatchObject({
    ...{ address: "team@acme.test", name: "Team", members: 1, heldPosts: 0, application: "applied", applyError: null },
  });
});

test("another tenant's group is not there, nor one of a domain that somebody is not held to", async () => {
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(getGroup(stranger, { groupId: group.id }))).toBe("group.not_found");
  const { ctx: held } = await joinTenant(services, world.ctx.tenantId, "domain_admin", [Bun.randomUUIDv7()]);
  expect(await refusalOf(getGroup(held, { groupId: group.id }))).toBe("group.not_found");
});

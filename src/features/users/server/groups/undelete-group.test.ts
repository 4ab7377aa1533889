import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { removeGroup } from "./remove-group";
import { appliedGroup, groupWorld } from "./testing-groups";
import { undeleteGroup } from "./undelete-group";

const { services, owner } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer } = world;
const { id: groupId } = await appliedGroup(services, world, { localPart: "team" }, ["bo@outside.example"]);

test("what is not deleted cannot be brought back", async () => {
  expect(await refusalOf(undeleteGroup(ctx, { groupId }))).toBe("group.not_found");
});

test("a viewer, another tenant, a full plan and a month bring nothing back", async () => {
  await removeGroup(ctx, { groupId });
  expect(await refusalOf(undeleteGroup(viewer, { groupId }))).toBe("auth.role_too_low");
  expect(await refusalOf(undeleteGroup((await testMember(services)).ctx, { groupId }))).toBe("group.not_found");
  const late = { ...ctx, now: () => new Date(Date.now() + 31 * 86_400_000) };
  expect(await refusalOf(undeleteGroup(late, { groupId }))).toBe("group.not_found");
  await owner.update(tenants).set({ maxGroups: 0 }).where(eq(tenants.id, ctx.tenantId));
  expect(await refusalOf(undeleteGroup(ctx, { groupId }))).toBe("tenant.limit_reached");
  await owner.update(tenants).set({ maxGroups: 5 }).where(eq(tenants.id, ctx.tenantId));
});

test("a deleted group comes back with its members", async () => {
  expect(await undeleteGroup(ctx, { groupId })).toMatchObject({ deletedAt: null, members: 1 });
  expect(await auditedActions(services, ctx.tenantId)).toContain("group.undelete");
});

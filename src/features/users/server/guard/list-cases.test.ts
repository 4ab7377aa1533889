import { expect, test } from "bun:test";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { ListCases } from "../../schema/guard";
import { listCases } from "./list-cases";
import { guardWorld } from "./testing-guard";

const world = await testServices();
const { services } = world;
const { member, people, tenantId, senderOf, flood } = await guardWorld(world, ["ana", "bea"]);
for (const name of ["ana", "bea"]) await flood(await senderOf(name), 40);
const list = (ctx: Parameters<typeof listCases>[0], input: Partial<ListCases> = {}) =>
  listCases(ctx, ListCases.parse(input));

test("a viewer sees whose sending was stopped and why, newest first, page by page", async () => {
  const viewer = (await joinTenant(services, tenantId, "viewer")).ctx;
  const first = await list(viewer, { limit: 1 });
  expect(first.cases.map(({ address, sign, state }) => [address, sign, state])).toEqual([
    ["bea@guarded.test", "fan_out", "open"],
  ]);
  const second = await list(viewer, { limit: 1, after: first.next });
  expect([second.cases[0]!.address, second.next]).toEqual(["ana@guarded.test", undefined]);
  expect((await list(member, { state: "released" })).cases).toEqual([]);
});

test("another tenant and whoever is held to other domains see none, and a mailbox user may not ask", async () => {
  const { ctx: stranger } = await testMember(services);
  expect((await list(stranger)).cases).toEqual([]);
  const held = {
    ...member,
    actor: { ...member.actor, role: "domain_admin" as const, domainIds: [Bun.randomUUIDv7()] },
  };
  expect((await list(held)).cases).toEqual([]);
  expect(await refusalOf(list(people.ana!.ctx))).toBe("auth.role_too_low");
});

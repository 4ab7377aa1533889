import { expect, test } from "bun:test";
import { joinTenant, testMember, testServices } from "~/server/testing";
import { createGroup } from "./create-group";
import { listGroups } from "./list-groups";
import { removeGroup } from "./remove-group";
import { groupWorld } from "./testing-groups";

const { services } = await testServices();
const { ctx, viewer, domainId } = await groupWorld(services, "acme.test");
for (const localPart of ["cats", "ants", "bees", "dogs"])
  await createGroup(ctx, { domainId, localPart, name: localPart, note: "", posting: "members", isModerated: false });
const ask = { deleted: false, limit: 3 };
const names = (page: { groups: { address: string }[] }) => page.groups.map(({ address }) => address.split("@")[0]);

test("groups come page by page, by address", async () => {
  const first = await listGroups(viewer, ask);
  const rest = await listGroups(viewer, { ...ask, after: first.next });
  expect([names(first), names(rest), rest.next]).toEqual([["ants", "bees", "cats"], ["dogs"], undefined]);
  expect(first.seats.used).toBe(4);
});

test("they are found by part of their name, and a percent sign is a letter", async () => {
  expect(names(await listGroups(ctx, { ...ask, search: "EES" }))).toEqual(["bees"]);
  expect(names(await listGroups(ctx, { ...ask, search: "%" }))).toEqual([]);
});

test("deleted ones are listed apart and give their place in the plan back", async () => {
  const { groups } = await listGroups(ctx, { ...ask, search: "dogs" });
  await removeGroup(ctx, { groupId: groups[0]!.id });
  expect(names(await listGroups(ctx, { ...ask, deleted: true }))).toEqual(["dogs"]);
  expect((await listGroups(ctx, ask)).seats.used).toBe(3);
});

test("another tenant sees none of them, nor does somebody held to another domain", async () => {
  expect(names(await listGroups((await testMember(services)).ctx, ask))).toEqual([]);
  const { ctx: held } = await joinTenant(services, ctx.tenantId, "domain_admin", [Bun.randomUUIDv7()]);
  expect(await listGroups(held, ask)).toMatchObject({ groups: [], seats: { used: 0 } });
});

import { expect, test } from "bun:test";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { ListTeam } from "../../schema/team";
import { listMembers } from "./list-members";

const { services } = await testServices();
const { ctx: owner } = await testMember(services);
const domainIds = [Bun.randomUUIDv7()];
const { ctx: keeper } = await joinTenant(services, owner.tenantId, "domain_admin", domainIds);
const { ctx: viewer } = await joinTenant(services, owner.tenantId, "viewer");

test("paging shows every member once, oldest first, and who of them you are", async () => {
  const first = await listMembers(viewer, ListTeam.parse({ limit: 2 }));
  const second = await listMembers(viewer, ListTeam.parse({ limit: 2, after: first.next }));
  const all = [...first.members, ...second.members];
  expect(all.map(({ id }) => id)).toEqual([owner, keeper, viewer].map(({ actor }) => actor.memberId));
  expect(all.map(({ isYou }) => isYou)).toEqual([false, false, true]);
  expect(all[1]).toMatchObject({ role: "domain_admin", domainIds, isConfirmed: true, email: keeper.actor.email });
  expect(second.next).toBeUndefined();
});

test("V8.4.1 another tenant sees none of them", async () => {
  const { ctx: stranger } = await testMember(services);
  const { members } = await listMembers(stranger, ListTeam.parse({ after: owner.actor.memberId }));
  expect(members.map(({ id }) => id)).toEqual([stranger.actor.memberId]);
});

test("a domain admin, who looks after mailboxes only, does not see the team", async () => {
  expect(await refusalOf(listMembers(keeper, ListTeam.parse({})))).toBe("auth.role_too_low");
});

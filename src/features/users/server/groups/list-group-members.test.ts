import { expect, test } from "bun:test";
import { refusalOf, testMember, testServices } from "~/server/testing";
import { removeUser } from "../remove-user";
import { appliedUser } from "../testing-users";
import { addGroupMember } from "./add-group-member";
import { listGroupMembers } from "./list-group-members";
import { appliedGroup, groupWorld } from "./testing-groups";

const { services } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer, domainId } = world;
const people = ["a@outside.example", "b@outside.example", "c@outside.example"];
const { id: groupId } = await appliedGroup(services, world, { localPart: "team" }, people);

test("members come page by page, in the order in which they were added", async () => {
  const first = await listGroupMembers(viewer, { groupId, limit: 2 });
  const rest = await listGroupMembers(viewer, { groupId, limit: 2, after: first.next });
  expect([...first.members, ...rest.members].map(({ email }) => email)).toEqual(people);
  expect(rest.next).toBeUndefined();
});

test("of a mailbox that is deleted it is said that nothing reaches it", async () => {
  const { id: userId, address } = await appliedUser(services, ctx, domainId, "ana");
  await addGroupMember(ctx, { groupId, email: address, receives: true, mayPost: false });
  await removeUser(ctx, { userId });
  const { members } = await listGroupMembers(ctx, { groupId, limit: 9 });
  expect(members.map(({ isReachable }) => isReachable)).toEqual([true, true, true, false]);
});

test("another tenant's members are not there, and a cursor that is none is refused", async () => {
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(listGroupMembers(stranger, { groupId, limit: 5 }))).toBe("group.not_found");
  expect(await refusalOf(listGroupMembers(ctx, { groupId, limit: 5, after: "x" }))).toBe("request.invalid");
});

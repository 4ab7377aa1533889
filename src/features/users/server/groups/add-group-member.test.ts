import { expect, test } from "bun:test";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { appliedUser } from "../testing-users";
import { addGroupMember } from "./add-group-member";
import { appliedGroup, groupWorld } from "./testing-groups";

const { services } = await testServices();
const world = await groupWorld(services, "acme.test");
const { ctx, viewer, domainId } = world;
const { id: groupId } = await appliedGroup(services, world, { localPart: "team" });
const member = (email: string) => ({ groupId, email, receives: true, mayPost: false });

test("a mailbox user is known by the address, and somebody elsewhere is a member too", async () => {
  const { id: userId } = await appliedUser(services, ctx, domainId, "ana");
  expect(await addGroupMember(ctx, member("Ana@ACME.test"))).toMatchObject({ userId, email: "ana@acme.test" });
  expect(await addGroupMember(ctx, member("Bo@Outside.example"))).toMatchObject({
    userId: null,
    email: "bo@outside.example",
  });
  expect(await auditedActions(services, ctx.tenantId)).toContain("group.add_member");
});

test("nobody is in a group twice, nor the group in itself, nor what is no address", async () => {
  expect(await refusalOf(addGroupMember(ctx, member("ana@acme.test")))).toBe("group.member_taken");
  expect(await refusalOf(addGroupMember(ctx, member("bo@outside.example")))).toBe("group.member_taken");
  for (const email of ["team@acme.test", "nobody", "a b@c.test", "x@localhost", "a@b.test\r\nBcc: c@d.test"])
    expect([email, await refusalOf(addGroupMember(ctx, member(email)))]).toEqual([email, "request.invalid"]);
});

test("a viewer and another tenant add nobody", async () => {
  expect(await refusalOf(addGroupMember(viewer, member("eve@outside.example")))).toBe("auth.role_too_low");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(addGroupMember(stranger, member("eve@outside.example")))).toBe("group.not_found");
});

test("who looks after one domain learns nothing of a mailbox in another by adding it", async () => {
  const { id: farId } = await activeDomain(services, ctx, "far.test");
  await appliedUser(services, ctx, farId, "zoe");
  const { ctx: held } = await joinTenant(services, ctx.tenantId, "domain_admin", [domainId]);
  const [real, none] = await Promise.all(
    ["zoe@far.test", "nobody@far.test"].map((email) => addGroupMember(held, member(email))),
  );
  expect([real?.userId, real?.displayName]).toEqual([none!.userId, none!.displayName]);
});

import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { createUser } from "../create-user";
import { jobsOf } from "../testing-users";
import { createGroup } from "./create-group";
import { groupWorld } from "./testing-groups";

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await groupWorld(services, "acme.test");
const form = (localPart: string) =>
  ({ domainId, localPart, name: "Team", note: "", posting: "members", isModerated: false }) as const;

test("a new group has an address of its own, and the job that brings it to the mail server", async () => {
  const group = await createGroup(ctx, form(" Team@ACME.test "));
  expect(group).toMatchObject({ address: "team@acme.test", members: 0, heldPosts: 0, application: "pending" });
  expect(await jobsOf(services, group.id)).toEqual([
    { name: "engine.apply", payload: { tenantId: ctx.tenantId, kind: "group", id: group.id } },
  ]);
  expect(await auditedActions(services, ctx.tenantId)).toContain("group.create");
});

test("an address belongs to one mailbox, alias or group, whoever asks first", async () => {
  await createUser(ctx, { domainId, localPart: "ana", displayName: "", quotaBytes: 1024 ** 3 });
  expect(await refusalOf(createGroup(ctx, form("ana")))).toBe("user.address_taken");
  await createGroup(ctx, form("sales"));
  const user = { domainId, localPart: "sales", displayName: "", quotaBytes: 1024 ** 3 };
  expect(await refusalOf(createUser(ctx, user))).toBe("user.address_taken");
  const race = await Promise.all([1, 2, 3].map(() => refusalOf(createGroup(ctx, form("race")))));
  expect(race.toSorted()).toEqual(["none", "user.address_taken", "user.address_taken"]);
});

test("no more groups than the plan has are made, also by two at once", async () => {
  const small = await groupWorld(services, "small.test");
  await owner.update(tenants).set({ maxGroups: 2 }).where(eq(tenants.id, small.ctx.tenantId));
  const ask = (n: number) => refusalOf(createGroup(small.ctx, { ...form(`g${n}`), domainId: small.domainId }));
  const outcomes = await Promise.all([1, 2, 3, 4].map(ask));
  expect(outcomes.filter((outcome) => outcome === "none")).toHaveLength(2);
  expect(await ask(5)).toBe("tenant.limit_reached");
});

test("a viewer, somebody held to another domain and another tenant make no group here", async () => {
  expect(await refusalOf(createGroup(viewer, form("eve")))).toBe("auth.role_too_low");
  const { ctx: held } = await joinTenant(services, ctx.tenantId, "domain_admin", [Bun.randomUUIDv7()]);
  expect(await refusalOf(createGroup(held, form("eve")))).toBe("domain.not_found");
  const { ctx: stranger } = await testMember(services);
  expect(await refusalOf(createGroup(stranger, form("eve")))).toBe("domain.not_found");
});

import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { joinTenant, testMember, testServices } from "~/server/testing";
import { users } from "../../../../db/schema";
import { getMe } from "./get-me";

const { services, owner } = await testServices();

test("a member learns who is signed in and for which tenant", async () => {
  const { ctx } = await testMember(services, "viewer");
  expect(await getMe(ctx)).toMatchObject({
    tenant: { id: ctx.tenantId, name: "Test" },
    member: { role: "viewer" },
    isTrial: true,
  });
});

test("two members of one tenant are two people", async () => {
  const { ctx } = await testMember(services);
  const other = await joinTenant(services, ctx.tenantId, "admin");
  expect((await getMe(other.ctx)).member.id).toBe(other.ctx.actor.memberId);
});

test("nobody is told about a member of another tenant", async () => {
  const [ours, theirs] = [await testMember(services), await testMember(services)];
  const mixed = { ...ours.ctx, actor: theirs.ctx.actor };
  expect(await getMe(mixed).catch((error: { key: string }) => error.key)).toBe("auth.required");
});

test("a member who was removed has to sign in", async () => {
  const { ctx } = await testMember(services);
  await owner.delete(users).where(eq(users.id, ctx.actor.memberId));
  expect(await getMe(ctx).catch((error: { key: string }) => error.key)).toBe("auth.required");
});

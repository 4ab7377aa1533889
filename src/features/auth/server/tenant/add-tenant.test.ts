import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { people, users } from "../../../../../db/schema";
import { getMe } from "../get-me";
import { addTenant } from "./add-tenant";

const { services, owner: db } = await testServices();

test("a member of one tenant makes another and owns it, whatever their role in the first", async () => {
  const { ctx: owner } = await testMember(services);
  const { ctx } = await joinTenant(services, owner.tenantId, "viewer");
  const { tenantId } = await addTenant(ctx, { company: "Second" });
  const { tenants: all, tenant } = await getMe(ctx);
  expect(all).toContainEqual({ id: tenantId, name: "Second", role: "owner" });
  expect(tenant.id).toBe(ctx.tenantId);
  const [row] = await db.select().from(users).where(eq(users.tenantId, tenantId));
  expect(row?.personId).toBe(ctx.actor.personId);
  expect(await auditedActions(services, tenantId)).toEqual(["auth.sign_up"]);
});

test("who has not confirmed an address makes no more tenants", async () => {
  const { ctx } = await testMember(services);
  await db.update(people).set({ emailConfirmedAt: null }).where(eq(people.id, ctx.actor.personId));
  expect(await refusalOf(addTenant(ctx, { company: "Second" }))).toBe("auth.not_confirmed");
  expect((await db.select().from(users).where(eq(users.personId, ctx.actor.personId))).length).toBe(1);
});

test("V2.4.1 nobody makes tenants without end", async () => {
  const { ctx } = await testMember(services);
  const outcomes: string[] = [];
  for (let i = 0; i < 6; i++) outcomes.push(await refusalOf(addTenant(ctx, { company: `Tenant ${i}` })));
  expect(outcomes).toEqual([...Array(5).fill("none"), "request.too_many"]);
});

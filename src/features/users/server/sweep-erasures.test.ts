import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { testMember, testServices } from "~/server/testing";
import { jobs, tenants } from "../../../../db/schema";
import { sweepErasures } from "./sweep-erasures";

const { services, owner: db } = await testServices();
const month = 31 * 86_400_000;
const change = async (set: object) => {
  const { ctx } = await testMember(services);
  await db.update(tenants).set(set).where(eq(tenants.id, ctx.tenantId));
  return ctx.tenantId as string;
};
const over = new Date(Date.now() - 1000);
const due = await change({ state: "closed", closedAt: new Date(Date.now() - month), eraseAt: over });
await change({ state: "closed", closedAt: over, eraseAt: new Date(Date.now() + month) });
await change({ state: "active", eraseAt: over });
await change({ state: "suspended" });

test("the sweep asks once for closed tenants whose time is over, and for nobody else", async () => {
  expect(await sweepErasures(services)).toBe(1);
  expect(await sweepErasures(services)).toBe(1);
  const asked = await db.select().from(jobs).where(eq(jobs.name, "tenant.erase"));
  expect(asked.map(({ payload }) => payload)).toEqual([{ tenantId: due }]);
});

import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { jobs, tenants } from "../../../../../db/schema";
import { testMember, testServices } from "~/server/testing";
import { lastDigestTime } from "./digest-time";
import { sweepDigests } from "./sweep-digests";
import { watchedDomain } from "./testing-alerts";

const { services, owner } = await testServices();
const morning = lastDigestTime(new Date(Date.now() + 48 * 3_600_000)).getTime();
const sweepAt = (minutes: number) => sweepDigests({ ...services, now: () => new Date(morning + minutes * 60_000) });

test("it is time between seven and eight, at the same minute every day, for active tenants that have a domain", async () => {
  const made = await Promise.all(Array.from({ length: 14 }, () => testMember(services)));
  const [empty, suspended, ...active] = made.map(({ ctx }) => ctx);
  for (const [at, ctx] of [suspended!, ...active].entries()) await watchedDomain(owner, ctx, `morning${at}.test`);
  await owner.update(tenants).set({ state: "suspended" }).where(eq(tenants.id, suspended!.tenantId));
  // Yesterday's is made: what is counted from now on is today's.
  await owner.update(tenants).set({ digestAt: new Date(morning - 60_000) });
  const counts: number[] = [];
  for (const minutes of [-1, 0, 20, 40, 61]) counts.push(await sweepAt(minutes));
  expect([counts[0], counts.at(-1)]).toEqual([0, active.length]);
  expect(counts.toSorted((a, b) => a - b)).toEqual(counts);
  expect(counts[2]! + counts[3]!).toBeGreaterThan(0);
  const asked = await owner.select().from(jobs).where(eq(jobs.name, "domain.digest"));
  expect(asked.map(({ key }) => key).toSorted()).toEqual(active.map(({ tenantId }) => `${tenantId}`).toSorted());
  expect(asked.some(({ key }) => key === empty!.tenantId)).toBe(false);
  await owner.update(tenants).set({ digestAt: new Date(morning + 1) });
  expect(await sweepAt(120)).toBe(0);
});

test("a tenant of today has its first summary tomorrow", async () => {
  await owner.update(tenants).set({ state: "suspended" });
  const { ctx } = await testMember(services);
  await watchedDomain(owner, ctx, "new.test");
  await owner
    .update(tenants)
    .set({ createdAt: new Date(morning + 3_600_000) })
    .where(eq(tenants.id, ctx.tenantId));
  expect([await sweepAt(300), await sweepAt(24 * 60 - 1), await sweepAt(25 * 60 + 1)]).toEqual([0, 0, 1]);
});

import { expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { testServices } from "~/server/testing";
import { mailStats, tenants } from "../../../../../db/schema";
import { setQuota } from "../set-quota";
import { appliedUser, applyNow, gigabyte, tenantWithDomain } from "../testing-users";
import { toBeWarned, usageIs, userOf } from "./testing-usage";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const ana = await appliedUser(services, ctx, domainId, "ana");
const share = (part: number) => Math.ceil(gigabyte * part);
const filled = (part: number) => usageIs(services, { [ana.address]: share(part) });

test("each of 80, 90 and 100 percent is warned of once, and again only after it fell below", async () => {
  const warned: number[] = [];
  for (const part of [0.79, 0.8, 0.85, 0.8, 0.91, 0.95, 1.2, 1.1, 0.85, 0.89, 0.9, 0.1, 1]) {
    await filled(part);
    if ((await toBeWarned(owner)).includes(ana.id)) warned.push(part);
  }
  expect(warned).toEqual([0.8, 0.91, 1.2, 0.9, 1]);
});

test("less space is as good a reason to warn as more mail", async () => {
  await filled(0.5);
  await toBeWarned(owner);
  await setQuota(ctx, { userId: ana.id, quotaBytes: share(0.55) });
  await filled(0.5);
  expect(await toBeWarned(owner)).toEqual([ana.id]);
  await setQuota(ctx, { userId: ana.id, quotaBytes: gigabyte });
});

test("what a mailbox holds is kept by the hour, and one that did not move costs nothing", async () => {
  await filled(0.3);
  await filled(0.4);
  const kept = await owner.select().from(mailStats).where(eq(mailStats.mailUserId, ana.id));
  expect(kept.map(({ usedBytes }) => usedBytes)).toEqual([share(0.4)]);
  const { usageCheckedAt } = await userOf(owner, ana.id);
  await filled(0.4);
  expect((await userOf(owner, ana.id)).usageCheckedAt).toEqual(usageCheckedAt);
});

test("once a pool is full no mailbox of it takes more, and when there is room again each may grow as before", async () => {
  const pool = await tenantWithDomain(services, "pool.test");
  const [one, two] = [
    await appliedUser(services, pool.ctx, pool.domainId, "one"),
    await appliedUser(services, pool.ctx, pool.domainId, "two"),
  ];
  const plan = { storageMode: "pooled" as const, maxStorageBytes: gigabyte };
  await owner.update(tenants).set(plan).where(eq(tenants.id, pool.ctx.tenantId));
  const limits = async () => {
    for (const { id } of [one, two]) await applyNow(services, pool.ctx, id);
    const found = await Promise.all([one, two].map(({ address }) => services.engine.directory.accounts.find(address)));
    return found.map((account) => account!.quotaBytes);
  };
  await usageIs(services, { [one.address]: share(0.7), [two.address]: share(0.3) });
  const { revision, appliedRevision } = await userOf(owner, two.id);
  expect(revision).toBeGreaterThan(appliedRevision);
  expect(await limits()).toEqual([share(0.7), share(0.3)]);
  await usageIs(services, { [one.address]: share(0.1), [two.address]: share(0.3) });
  expect(await limits()).toEqual([gigabyte, gigabyte]);
});

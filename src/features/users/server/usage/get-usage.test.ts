import { expect, setDefaultTimeout, test } from "bun:test";
import { joinTenant, refusalOf, testServices } from "~/server/testing";
import { mailStats } from "../../../../../db/schema";
import { appliedUser, gigabyte, tenantWithDomain } from "../testing-users";
import { getUsage } from "./get-usage";
import { usageIs } from "./testing-usage";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx, viewer, domainId } = await tenantWithDomain(services, "acme.test");
const ana = await appliedUser(services, ctx, domainId, "ana");

test("what a mailbox holds is seen by whoever may look, with the last of each day before", async () => {
  const own = { tenantId: ctx.tenantId, domainId, mailUserId: ana.id };
  const at = (daysAgo: number, hour: number) => {
    const day = new Date(Date.now() - daysAgo * 86_400_000);
    day.setUTCHours(hour, 0, 0, 0);
    return day;
  };
  const held = [
    [40, 1, 1],
    [3, 2, 100],
    [3, 9, 300],
    [2, 5, 200],
  ] as const;
  await owner
    .insert(mailStats)
    .values(held.map(([ago, hour, usedBytes]) => ({ ...own, hour: at(ago, hour), usedBytes })));
  await usageIs(services, { [ana.address]: Math.ceil(gigabyte * 0.85) });
  const usage = await getUsage(viewer, { userId: ana.id });
  expect(usage).toMatchObject({ usedBytes: Math.ceil(gigabyte * 0.85), quotaBytes: gigabyte, warnedPercent: 80 });
  expect(usage.trend.map(({ usedBytes }) => usedBytes)).toEqual([300, 200, usage.usedBytes]);
  expect([usage.mode, usage.isPoolFull]).toEqual(["per_user", false]);
});

test("another tenant and who looks after other domains see nothing of it", async () => {
  const { ctx: held } = await joinTenant(services, ctx.tenantId, "domain_admin", []);
  const { ctx: stranger } = await tenantWithDomain(services, "other.test");
  for (const who of [held, stranger]) expect(await refusalOf(getUsage(who, { userId: ana.id }))).toBe("user.not_found");
});

import { expect, setDefaultTimeout, test } from "bun:test";
import { and, eq } from "drizzle-orm";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { systemContext } from "~/server/context";
import { joinTenant, testServices } from "~/server/testing";
import { jobs } from "../../../../../db/schema";
import { appliedUser, gigabyte, tenantWithDomain } from "../testing-users";
import { alertQuota } from "./alert-quota";
import { usageIs } from "./testing-usage";

setDefaultTimeout(60_000);

const { services, owner } = await testServices();
const { ctx, domainId, admin } = await tenantWithDomain(services, "acme.test");
const ana = await appliedUser(services, ctx, domainId, "ana");
const job = systemContext(services, { job: "quota.alert" }, ctx.tenantId);
const share = (part: number) => Math.ceil(gigabyte * part);
const alerts = () =>
  owner
    .select()
    .from(jobs)
    .where(and(eq(jobs.name, "quota.alert"), eq(jobs.key, ctx.tenantId)));

test("those who look after the tenant get one mail for all, the fullest first, and within an hour no other", async () => {
  const bo = await appliedUser(services, ctx, domainId, "bo");
  const held = await joinTenant(services, ctx.tenantId, "domain_admin", []);
  await owner.delete(jobs).where(eq(jobs.name, "quota.alert"));
  await usageIs(services, { [ana.address]: share(0.5), [bo.address]: 0 });
  await usageIs(services, { [ana.address]: share(0.85), [bo.address]: share(0.95) });
  expect(await alerts()).toHaveLength(1);
  await alertQuota(job);
  for (const { email } of [ctx.actor, admin.actor as typeof ctx.actor]) {
    const mail = (await mailedTo(services, owner, email)).filter(({ subject }) => subject.includes("filling up"));
    expect(mail).toHaveLength(1);
    expect(mail[0]!.text).toContain("- bo@acme.test: 973 MB of 1 GB (95 %)\n- ana@acme.test: 870 MB of 1 GB (85 %)");
  }
  expect(await mailedTo(services, owner, held.ctx.actor.email)).toEqual([]);
  await owner.update(jobs).set({ state: "done", finishedAt: new Date() }).where(eq(jobs.name, "quota.alert"));
  await usageIs(services, { [ana.address]: share(1) });
  const next = (await alerts()).find(({ state }) => state === "pending");
  expect(next!.runAt.getTime() - Date.now()).toBeGreaterThan(55 * 60_000);
});

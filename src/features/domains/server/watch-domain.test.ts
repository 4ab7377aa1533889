import { expect, test } from "bun:test";
import { and, eq } from "drizzle-orm";
import { jobs } from "../../../../db/schema";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { addDomain } from "./add-domain";
import { asJob } from "./testing-domains";
import { verifyDomain } from "./verify-domain";
import { watchDomain } from "./watch-domain";

const { services, owner } = await testServices();
const { ctx } = await testMember(services);
const { id: domainId } = await addDomain(ctx, { name: "acme.test" });
const waiting = () =>
  owner
    .select()
    .from(jobs)
    .where(and(eq(jobs.key, domainId), eq(jobs.state, "pending")));

test("an open page has DNS looked at every ten seconds, however many look", async () => {
  await verifyDomain(asJob(services, ctx), { domainId });
  await owner.delete(jobs);
  const viewer = await joinTenant(services, ctx.tenantId, "viewer");
  await Promise.all([ctx, viewer.ctx, ctx].map((who) => watchDomain(who, { domainId })));
  const [only, ...more] = await waiting();
  expect(more).toEqual([]);
  const inMs = only!.runAt.getTime() - Date.now();
  expect(inMs).toBeGreaterThan(5000);
  expect(inMs).toBeLessThanOrEqual(10_000);
});

test("a page that is opened later has DNS looked at now", async () => {
  await owner.delete(jobs);
  const now = () => new Date(Date.now() + 3_600_000);
  await watchDomain({ ...ctx, now }, { domainId });
  expect((await waiting()).map(({ runAt }) => runAt <= now())).toEqual([true]);
});

test("a domain of another tenant cannot be watched", async () => {
  const stranger = await testMember(services);
  expect(await refusalOf(watchDomain(stranger.ctx, { domainId }))).toBe("domain.not_found");
});
